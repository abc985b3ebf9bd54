// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/sendmail.hpp"

#include "core/desk/places.hpp"
#include "core/text/problem_words.hpp"
#include "core/text/said_fault.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>

namespace casus::desk {
namespace {

text::SaidFault not_sent(const std::string& program, const text::Value& why) {
  return {Fault::Kind::store, text::msg("fault.mail_not_sent", "program"_is = program, "why"_is = why)};
}

text::SaidFault not_started(const std::string& program, int error) {
  if (error == ENOENT) return not_sent(program, text::msg("mail.no_program"));
  return not_sent(program, text::system_words(error));
}

/// A file without a name that holds the message: whatever the other program does, this one waits for no pipe.
class MailBytes {
 public:
  explicit MailBytes(std::string_view bytes) : file_(::memfd_create("mail", MFD_CLOEXEC)) {
    while (file_ >= 0 && !bytes.empty()) {
      const auto written = ::write(file_, bytes.data(), bytes.size());
      if (written < 0 && errno == EINTR) continue;
      if (written < 0) return;
      bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    whole_ = file_ >= 0 && ::lseek(file_, 0, SEEK_SET) == 0;
  }
  ~MailBytes() {
    if (file_ >= 0) ::close(file_);
  }
  MailBytes(const MailBytes&) = delete;
  MailBytes& operator=(const MailBytes&) = delete;

  bool whole() const { return whole_; }
  int file() const { return file_; }

 private:
  int file_;
  bool whole_ = false;
};

}  // namespace

std::string sendmail_program() { return environment("CASUS_SENDMAIL"); }

void hand_to_sendmail(const std::string& program, const std::string& to, std::string_view message) {
  const MailBytes bytes(message);
  if (!bytes.whole()) throw not_started(program, errno);
  // A full stop by itself on a line ends nothing, and what follows "--" is an address.
  std::array<std::string, 4> words{program, "-i", "--", to};
  std::array<char*, 5> arguments{words[0].data(), words[1].data(), words[2].data(), words[3].data(), nullptr};
  posix_spawn_file_actions_t files;
  ::posix_spawn_file_actions_init(&files);
  ::posix_spawn_file_actions_adddup2(&files, bytes.file(), STDIN_FILENO);
  for (const int file : {STDOUT_FILENO, STDERR_FILENO})
    ::posix_spawn_file_actions_addopen(&files, file, "/dev/null", O_WRONLY, 0);
  pid_t child = -1;
  const int failed = ::posix_spawn(&child, program.c_str(), &files, nullptr, arguments.data(), environ);
  ::posix_spawn_file_actions_destroy(&files);
  if (failed != 0) throw not_started(program, failed);
  int ended = 0;
  while (::waitpid(child, &ended, 0) < 0)
    if (errno != EINTR) throw not_started(program, errno);
  if (!WIFEXITED(ended)) throw not_sent(program, text::msg("mail.ended_by_signal"));
  if (WEXITSTATUS(ended) != 0) throw not_sent(program, text::msg("mail.exit_code", "code"_is = WEXITSTATUS(ended)));
}

}  // namespace casus::desk

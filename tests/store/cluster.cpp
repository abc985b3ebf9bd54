// SPDX-License-Identifier: EUPL-1.2
#include "tests/store/cluster.hpp"

#include "core/store/address.hpp"
#include "core/store/postgres/connection.hpp"
#include "core/store/postgres/schema.hpp"

#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fcntl.h>
#include <pwd.h>
#include <signal.h>
#include <stdlib.h>  // mkdtemp is POSIX

#include <cstdio>
#include <filesystem>
#include <memory>
#include <stdexcept>
#include <utility>

namespace casus::test {

namespace {

/// Debian keeps them out of the path, one folder a version.
std::string server_programs() {
  std::string newest;
  std::error_code none;
  for (std::filesystem::directory_iterator it("/usr/lib/postgresql", none), end; !none && it != end; it.increment(none))
    if (std::filesystem::exists(it->path() / "bin" / "initdb")) newest = std::max(newest, it->path().string());
  return newest.empty() ? newest : newest + "/bin/";
}

void wait_for(pid_t process) {
  int status = 0;
  ::waitpid(process, &status, 0);
  if (status != 0) throw std::runtime_error("a program of the database server failed");
}

}  // namespace

Cluster* Cluster::shared() {
  static const std::unique_ptr<Cluster> cluster = [] {
    auto programs = server_programs();
    return programs.empty() ? nullptr : std::unique_ptr<Cluster>(new Cluster(std::move(programs), false));
  }();
  return cluster.get();
}

std::unique_ptr<Cluster> Cluster::durable() {
  auto programs = server_programs();
  return programs.empty() ? nullptr : std::unique_ptr<Cluster>(new Cluster(std::move(programs), true));
}

Cluster::Cluster(std::string programs, bool durable) : programs_(std::move(programs)), durable_(durable) {
  auto pattern = (std::filesystem::temp_directory_path() / "casus-pg-XXXXXX").string();  // a path of a socket is short
  if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no folder for the database server");
  folder_ = pattern;
  if (const auto* const user = ::getpwnam("postgres"); ::getuid() == 0 && user != nullptr)
    if (::chown(pattern.c_str(), user->pw_uid, user->pw_gid) != 0)
      throw std::runtime_error("the folder cannot be given away");
  wait_for(run({"initdb", "-D", folder_ + "/data", "-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C.UTF-8",
                "--no-sync"}));
  start();
}

Cluster::~Cluster() {
  end(SIGINT);
  // What the server had begun to remove itself may be gone before our hand is there.
  std::error_code error;
  for (int attempt = 0; attempt < 5; ++attempt)
    if (std::filesystem::remove_all(folder_, error); !error) return;
}

/// The server does not run as root, and ends when this program does.
pid_t Cluster::run(std::vector<std::string> words) const {
  words.front() = programs_ + words.front();
  if (::getuid() == 0)
    for (const auto* word : {"--pdeathsig=INT", "--init-groups", "--regid=postgres", "--reuid=postgres", "setpriv"})
      words.insert(words.begin(), word);
  const auto process = ::fork();
  if (process != 0) return process;
  ::prctl(PR_SET_PDEATHSIG, SIGINT);
  const int nothing = ::open("/dev/null", O_RDWR);
  const int log = ::open((folder_ + "/log").c_str(), O_WRONLY | O_CREAT | O_APPEND, 0644);
  ::dup2(nothing, 0);
  ::dup2(log, 1);
  ::dup2(log, 2);
  std::vector<char*> arguments;
  for (auto& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  if (::chdir("/") == 0) ::execvp(arguments.front(), arguments.data());
  ::_exit(127);
}

void Cluster::start() {
  server_ = run({"postgres", "-D", folder_ + "/data", "-k", folder_, "-c", "listen_addresses=", "-c",
                 durable_ ? "fsync=on" : "fsync=off", "-c", "max_connections=100"});
  store::Connection connection(store::address_from("postgresql://postgres@/postgres?host=" + folder_));
  connection.connect();
  if (databases_ == 0) connection.run("CREATE ROLE keeper LOGIN; CREATE ROLE desk LOGIN; CREATE ROLE other LOGIN");
}

void Cluster::end(int signal) {
  if (server_ <= 0) return;
  ::kill(server_, signal);
  ::waitpid(server_, nullptr, 0);
  server_ = 0;
}

void Cluster::kill() { end(SIGQUIT); }

void Cluster::cut_off() const {
  store::Connection connection(store::address_from("postgresql://postgres@/postgres?host=" + folder_));
  connection.connect();
  connection.ask("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'desk'");
}

std::string Cluster::database(const std::string& team) {
  const auto name = "t" + std::to_string(++databases_);
  store::Connection connection(store::address_from("postgresql://postgres@/postgres?host=" + folder_));
  connection.connect();
  connection.run("CREATE DATABASE " + name + " OWNER keeper");
  const auto address = "postgresql://desk@/" + name + "?host=" + folder_ + "&team=" + team;
  store::Connection keeper(store::address_from(as("keeper", address)));
  store::prepare_database(keeper, "desk");
  return address;
}

std::string Cluster::as(const std::string& role, const std::string& address) {
  return "postgresql://" + role + address.substr(address.find('@'));
}

std::string Cluster::of_team(const std::string& team, const std::string& address) {
  return address.substr(0, address.find("&team=")) + "&team=" + team;
}

}  // namespace casus::test

// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/desk/desk.hpp"
#include "core/desk/reply.hpp"
#include "core/model/case/attachment.hpp"
#include "core/model/commands.hpp"

#include <string>
#include <vector>

/// Letters and photos with a case: one comes, all are listed, one is handed out.
namespace casus::desk {

/// Reads the file that an AttachFile names, and keeps it with the case.
service::Answer attach(Desk& desk, Command command);

/// A file that was sent to a face at a distance.
struct SentFile {
  std::string name;   ///< as the sender calls it; of a path only the last part counts
  std::string about;  ///< what it is, in a few words
  std::string bytes;
};

/// The same as the verb `case attach` does with a file of this computer.
void attach_sent(Desk& desk, Reply& reply, const std::string& case_id, const SentFile& sent,
                 const std::string& command_id);

struct ListedFile {
  std::string id;
  std::string name;
  std::string about;
  FileKind kind{};
  std::int64_t size = 0;
  std::string by;
  Date on{};
};

/// What lies with a case; asked for and logged like every page of it.
Outcome<std::vector<ListedFile>, Refusal> attachments_of(Desk& desk, const std::string& case_id);

/// What is in one of them, logged too. Throws Usage when there is none by this id.
struct HandedOut {
  std::string name;
  FileKind kind{};
  std::string bytes;
};
Outcome<HandedOut, Refusal> attachment_of(Desk& desk, const std::string& case_id, const std::string& id);

}  // namespace casus::desk

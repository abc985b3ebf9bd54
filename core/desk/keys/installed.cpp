// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/keys/installed.hpp"

#include "core/base/fault.hpp"
#include "core/base/files/definition_file.hpp"
#include "core/base/json/json_at.hpp"
#include "core/base/json/json_fields.hpp"
#include "core/base/json/strict_json.hpp"
#include "core/desk/keys/trust.hpp"
#include "core/store/checkpoint.hpp"
#include "core/store/files/files.hpp"
#include "core/store/files/output_file.hpp"
#include "core/store/keys/seal.hpp"
#include "core/text/problem_words.hpp"
#include "core/text/said_fault.hpp"

#include <fcntl.h>
#include <sys/stat.h>

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <system_error>

namespace casus::desk {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr std::string_view kHidden = ".casus-new-";
constexpr const char* kMark = ".installed.json";
constexpr JsonBounds kBookBounds{std::size_t{4} << 20U, 8, "format"};
constexpr int kBookFormat = 1;

/// An object that this program wrote in a file of ours; null for anything else.
json ours(const std::string& file) {
  if (!is_ours(file)) return {};
  const auto bytes = read_definition(file, kBookBounds.bytes);
  if (!bytes) return {};
  Problems problems;
  auto out = strict_json(*bytes, kBookBounds, problems);
  return problems.empty() ? out : json();
}

json list_at(const json& from, const char* key) {
  const auto found = from.find(key);
  return found != from.end() && found->is_array() ? *found : json::array();
}

[[noreturn]] void not_written(const std::string& path, int error) {
  throw text::SaidFault(Fault::Kind::store, text::msg("fault.output_not_written", "path"_is = path,
                                                      "error"_is = text::system_words_of_making(error)));
}

void make_folder(const std::string& path) {
  if (::mkdir(path.c_str(), S_IRWXU) != 0) not_written(path, errno);
}

}  // namespace

InstallBook install_book(const std::string& file) {
  InstallBook book;
  const auto all = ours(file);
  if (!all.is_object()) return book;
  for (const auto& it : list_at(all, "publishers"))
    if (it.is_object()) book.publishers.push_back({text_at(it, "key"), text_at(it, "by"), text_at(it, "at")});
  std::erase_if(book.publishers, [](const Publisher& it) { return !store::public_key_from(it.key); });
  for (const auto& it : list_at(all, "notes"))
    if (it.is_object())
      book.notes.push_back({text_at(it, "did"), text_at(it, "plugin"), text_at(it, "content"), text_at(it, "key"),
                            text_at(it, "by"), text_at(it, "at"), text_at(it, "because")});
  return book;
}

void write_install_book(const std::string& file, const InstallBook& book) {
  auto publishers = json::array(), notes = json::array();
  for (const auto& it : book.publishers) publishers.push_back({{"key", it.key}, {"by", it.by}, {"at", it.at}});
  for (const auto& it : book.notes)
    notes.push_back({{"did", it.did},
                     {"plugin", it.plugin},
                     {"content", it.content},
                     {"key", it.key},
                     {"by", it.by},
                     {"at", it.at},
                     {"because", it.because}});
  const nlohmann::ordered_json all{
      {"format", kBookFormat}, {"publishers", std::move(publishers)}, {"notes", std::move(notes)}};
  store::make_folder_of(file);
  store::write_output({file, true}, all.dump(1) + "\n");
}

std::optional<Installed> installed_in(const std::string& folder) {
  const auto all = ours((fs::path(folder) / kMark).string());
  if (!all.is_object()) return std::nullopt;
  return Installed{text_at(all, "content"), text_at(all, "key"), text_at(all, "by"), text_at(all, "at")};
}

bool is_as_installed(const std::string& folder, const Installed& installed) {
  const auto packed = plugin::packed_folder(folder);
  return packed && content_name(plugin::package_text(packed->package)) == installed.content;
}

NewFolder::NewFolder(const std::string& home, const plugin::Package& package, const Installed& installed)
    : home_(home), plugin_(package.plugin) {
  hidden_ = (fs::path(home) / (std::string(kHidden) + store::random_id())).string();
  store::make_folder_of(hidden_);
  make_folder(hidden_);
  try {
    make_folder(path());
    for (const auto& file : package.files) store::write_output({(fs::path(path()) / file.name).string()}, file.bytes);
    const nlohmann::ordered_json mark{{"format", kBookFormat},
                                      {"content", installed.content},
                                      {"key", installed.key},
                                      {"by", installed.by},
                                      {"at", installed.at}};
    store::write_output({(fs::path(path()) / kMark).string()}, mark.dump(1) + "\n");
  } catch (...) {
    std::error_code ignored;
    fs::remove_all(hidden_, ignored);
    throw;
  }
}

NewFolder::~NewFolder() {
  std::error_code ignored;
  fs::remove_all(hidden_, ignored);
}

std::string NewFolder::path() const { return (fs::path(hidden_) / plugin_).string(); }

void NewFolder::take_place() {
  const auto place = (fs::path(home_) / plugin_).string();
  std::error_code ignored;
  const bool there = fs::exists(fs::symlink_status(place, ignored));
  // What was there comes in the hidden folder, and goes with it.
  if (::renameat2(AT_FDCWD, path().c_str(), AT_FDCWD, place.c_str(), there ? RENAME_EXCHANGE : RENAME_NOREPLACE) != 0)
    not_written(place, errno);
  store::sync_folder(home_);
}

void remove_folder(const std::string& home, const std::string& plugin) {
  const auto hidden = (fs::path(home) / (std::string(kHidden) + store::random_id())).string();
  const auto place = (fs::path(home) / plugin).string();
  if (::rename(place.c_str(), hidden.c_str()) != 0)
    throw text::SaidFault(Fault::Kind::store, text::msg("fault.output_not_removed", "path"_is = place,
                                                        "error"_is = text::system_words(errno)));
  store::sync_folder(home);
  std::error_code ignored;
  fs::remove_all(hidden, ignored);
}

void sweep(const std::string& home) {
  std::error_code error;
  std::vector<fs::path> old;
  for (fs::directory_iterator entry(home, error); !error && entry != fs::directory_iterator(); entry.increment(error))
    if (entry->path().filename().string().starts_with(kHidden)) old.push_back(entry->path());
  for (const auto& path : old) fs::remove_all(path, error);
}

std::string content_name(std::string_view content) { return store::hex_of(store::hash_of(content)); }

}  // namespace casus::desk

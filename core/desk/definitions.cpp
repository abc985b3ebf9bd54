// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/definitions.hpp"

#include "core/base/files/definition_file.hpp"
#include "core/base/files/regular_file.hpp"
#include "core/text/problem_words.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <system_error>

namespace casus::desk {

void DrawingChoice::shape(Slots& slots) {
  slots.option("format", drawing, "help.kind_drawing");
  slots.option("datamodel", model, "help.chart_data_model");
}

report::DataModel DrawingChoice::data_model(const Desk& desk) const {
  if (model && drawing != Drawing::scxml) throw Usage{desk.say("definitions.data_model_of_chart")};
  return model.value_or(report::DataModel::null);
}

nlohmann::json problems_json(const Problems& problems, const text::Voice& voice) {
  nlohmann::json out = nlohmann::json::array();
  for (const auto& problem : problems) {
    nlohmann::json one{{"pointer", problem.pointer}, {"message", voice.say(text::message_of(problem.message))}};
    if (problem.at.line > 0) one["line"] = problem.at.line;
    if (problem.at.column > 0) one["column"] = problem.at.column;
    if (const auto remedy = text::remedy_of(problem.message); !remedy.empty()) one["do"] = voice.say(remedy);
    out.push_back(std::move(one));
  }
  return out;
}

std::string placed(const std::string& path, FilePlace at) {
  if (at.column == 0) return path;
  return fmt::format("{}:{}:{}", path, std::max<std::size_t>(at.line, 1), at.column);  // a file of one line is line 1
}

std::string problem_in(const std::string& path, const Problem& problem, const text::Voice& voice) {
  return fmt::format("{}: {}{}{}", placed(path, problem.at), problem.pointer, problem.pointer.empty() ? "" : ": ",
                     text::problem_words(problem, voice));
}

void print_problems(Reply& reply, const text::Voice& voice, const std::string& path, const Problems& problems) {
  for (const auto& problem : problems) reply.error(problem_in(path, problem, voice), Tone::bad);
}

void print_notes(Desk& desk, Reply& reply, const std::string& path, const Problems& notes) {
  for (const auto& it : notes)
    reply.error(desk.say("check.note", "path"_is = placed(path, it.at), "pointer"_is = it.pointer,
                         "message"_is = text::problem_words(it, desk.voice())),
                Tone::warning);
}

void not_usable(Desk& desk, Reply& reply, const std::string& path, const Problems& problems, Status status) {
  reply.status = status;
  if (desk.json()) reply.json({{"ok", false}, {"file", path}, {"problems", problems_json(problems, desk.voice())}});
  else print_problems(reply, desk.voice(), path, problems);
}

void check_files(Desk& desk, Reply& reply, const std::vector<std::string>& paths, const CheckFile& check) {
  std::error_code ignored;
  bool are_many = paths.size() > 1;
  std::vector<std::string> files;
  for (const auto& path : paths) {
    if (!std::filesystem::is_directory(path, ignored)) {
      files.push_back(path);
      continue;
    }
    are_many = true;
    auto found = definition_files(path);
    if (!found || found->empty()) throw Usage{desk.say("definitions.none_in_folder", "path"_is = path)};
    std::ranges::move(*found, std::back_inserter(files));
  }
  bool good = true;
  auto all = nlohmann::json::array();
  for (const auto& file : files) {
    auto checked = check(file, reply);
    const bool ok = checked.problems.empty();
    good = good && ok;
    all.push_back({{"file", file},
                   {"ok", ok},
                   {"problems", std::move(checked.problems)},
                   {"warnings", std::move(checked.warnings)}});
  }
  reply.status = good ? Status::done : Status::bad_definition;
  if (desk.json()) reply.json(are_many ? nlohmann::json{{"ok", good}, {"files", std::move(all)}} : std::move(all[0]));
}

bool is_there(Desk& desk, const std::string& path) {
  std::error_code ignored;
  const auto found = std::filesystem::status(path, ignored);
  if (std::filesystem::exists(found) && !std::filesystem::is_regular_file(found))
    throw Usage{desk.say("definitions.cannot_read", "path"_is = path, "why"_is = desk.say("wrong.not_regular"))};
  return std::filesystem::exists(found);
}

std::string read_file(Desk& desk, const std::string& path, std::size_t limit, FileOf holds) {
  const auto fail = [&](const std::string& why) {
    return Usage{desk.say("definitions.cannot_read", "path"_is = path, "why"_is = why)};
  };
  std::error_code ignored;
  if (std::filesystem::is_directory(path, ignored)) throw fail(desk.say("definitions.folder"));
  auto read = read_whole(path, limit);
  switch (read.came) {
    case FileRead::Came::whole: break;
    case FileRead::Came::system_error:
      throw fail(desk.voice().say(text::message_of(system_said({read.error, std::generic_category()}))));
    case FileRead::Came::not_regular:
    case FileRead::Came::looked_wrong: throw fail(desk.say("wrong.not_regular"));
    case FileRead::Came::larger:
      if (holds == FileOf::lines)
        throw Usage{desk.say("definitions.larger_than_mb_split_give", "path"_is = path, "limit"_is = limit >> 20)};
      throw Usage{desk.say("definitions.larger_than_mb", "path"_is = path, "limit"_is = limit >> 20)};
  }
  return std::move(read.bytes);
}

}  // namespace casus::desk

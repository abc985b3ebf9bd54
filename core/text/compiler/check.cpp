// SPDX-License-Identifier: EUPL-1.2
#include "core/text/compiler/catalogue_source.hpp"

#include <algorithm>
#include <cstdio>
#include <map>
#include <set>

namespace casus::text::compiler {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; }

/// "plan.day_is_past", or "-wijkteam" for a term.
bool is_id(const std::string& id) {
  const auto fits = [](char c) { return is_letter(c) || c == '.' || c == '-'; };
  return !id.empty() && std::ranges::all_of(id, fits) &&
         (id[0] == '-' || (id.find('.') != std::string::npos && id.find('.') > 0 && id.back() != '.'));
}

/// "by-when" of "@by-when", "@by-when=2026-05-01" and "(@by-when)"; empty when that is no field.
std::string field_in(const std::string& place) {
  const bool aside = place.starts_with("(@") && place.ends_with(')');
  if (!aside && !place.starts_with('@')) return {};
  const auto name = aside ? place.substr(2, place.size() - 3) : place.substr(1);
  const auto field = name.substr(0, name.find_first_of("=:"));
  const auto fits = [](char c) { return is_letter(c) || c == '-'; };
  return std::ranges::all_of(field, fits) ? field : std::string();
}

/// "-wijkteam" of "{-wijkteam}" and of "{-Wijkteam}".
std::vector<std::string> terms_of(const std::string& text) {
  std::vector<std::string> terms;
  for (auto at = text.find("{-"); at != std::string::npos; at = text.find("{-", at + 1)) {
    auto term = text.substr(at + 1, text.find('}', at) - at - 1);
    if (term.size() > 1 && term[1] >= 'A' && term[1] <= 'Z') term[1] = static_cast<char>(term[1] - 'A' + 'a');
    terms.push_back(std::move(term));
  }
  return terms;
}

class Checking {
 public:
  explicit Checking(const std::vector<PoFile>& languages) : languages_(languages) {}

  int run() {
    for (const auto& file : languages_) read(file);
    const auto& first = languages_.front();
    for (const auto& file : languages_) compare(first, file);
    return problems_;
  }

 private:
  void wrong(const PoFile& file, std::size_t line, const std::string& what) {
    std::fprintf(stderr, "%s:%zu: %s\n", file.path.c_str(), line, what.c_str());
    ++problems_;
  }

  void read(const PoFile& file) {
    if (file.language.empty()) wrong(file, 1, "the header says no Language");
    // It is written into the program as it stands, so it may hold no more than a rule.
    if (file.plural_count < 1 || file.plural.find_first_not_of("n0123456789 ()?:!=<>%&|") != std::string::npos)
      wrong(file, 1, "the header has no Plural-Forms that can be used");
    const std::string* before = nullptr;
    for (const auto& message : file.messages) {
      if (!is_id(message.id)) wrong(file, message.line, "'" + message.id + "' is no id");
      if (before != nullptr && *before >= message.id)
        wrong(file, message.line, "'" + message.id + "' stands out of order: ids stand sorted");
      before = &message.id;
      if (message.fuzzy) wrong(file, message.line, "'" + message.id + "' is marked fuzzy");
      auto& places = places_[&file][message.id];
      for (const auto& form : message.forms) {
        std::string problem;
        if (form.empty()) problem = "has no text";
        for (auto& place : places_of(form, problem)) places.insert(std::move(place));
        // Terms stand before all messages, as '-' comes before any letter.
        for (const auto& term : terms_of(form))
          if (!places_[&file].contains(term)) problem = "names a term that is not there: '" + term + "'";
        if (!problem.empty()) wrong(file, message.line, "'" + message.id + "' " + problem);
      }
      if (message.plural.empty()) continue;
      if (message.plural.size() < 3 || message.plural.front() != '{' || message.plural.back() != '}')
        wrong(file, message.line,
              "'" + message.id + "': msgid_plural names the argument that counts, as in \"{count}\"");
      else places.insert(message.plural.substr(1, message.plural.size() - 2));
      if (message.forms.size() != static_cast<std::size_t>(file.plural_count))
        wrong(file, message.line, "'" + message.id + "' has not as many forms as the header says");
    }
  }

  void compare(const PoFile& first, const PoFile& file) {
    std::map<std::string, const PoMessage*> known;
    for (const auto& message : first.messages) known[message.id] = &message;
    for (const auto& message : file.messages) {
      const auto found = known.find(message.id);
      if (found == known.end()) {
        wrong(file, message.line, "'" + message.id + "' is not in " + first.path);
        continue;
      }
      if (found->second->plural != message.plural)
        wrong(file, message.line, "'" + message.id + "' counts another argument than in " + first.path);
      if (places_[&first][message.id] != places_[&file][message.id])
        wrong(file, message.line, "'" + message.id + "' has other arguments than in " + first.path);
      known.erase(found);
    }
    for (const auto& [id, message] : known) wrong(first, message->line, "'" + id + "' is not in " + file.path);
  }

  const std::vector<PoFile>& languages_;
  std::map<const PoFile*, std::map<std::string, std::set<std::string>>> places_;
  int problems_ = 0;
};

}  // namespace

std::vector<std::string> places_of(const std::string& text, std::string& problem) {
  std::vector<std::string> places;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '{' && text[i] != '}') continue;
    if (i + 1 < text.size() && text[i + 1] == text[i]) {
      ++i;
      continue;
    }
    const auto end = text.find('}', i);
    auto name = text[i] == '}' || end == std::string::npos ? std::string() : text.substr(i + 1, end - i - 1);
    if (name.starts_with('^')) name.erase(0, 1);
    if (const auto field = field_in(name); !field.empty()) {
      places.push_back("@" + field);
      i = end;
      continue;
    }
    const bool term = name.starts_with('-');
    if (name.empty() || (!term && !std::ranges::all_of(name, is_letter))) {
      problem = "has a brace that is no place ({name}) and is not doubled";
      return places;
    }
    if (!term) places.push_back(std::move(name));
    i = end;
  }
  return places;
}

int check(const std::vector<PoFile>& languages) { return Checking(languages).run(); }

}  // namespace casus::text::compiler

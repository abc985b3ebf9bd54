// SPDX-License-Identifier: EUPL-1.2
#include "core/text/compiler/po_file.hpp"

#include <gettext-po.h>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <map>

namespace casus::text::compiler {
namespace {

int g_problems = 0;  // the library's handlers take no state

void report(int severity, po_message_t, const char* file, std::size_t line, std::size_t, int, const char* text) {
  if (severity == PO_SEVERITY_WARNING) return;  // of fields in the header that nobody reads here
  std::fprintf(stderr, "%s:%zu: %s\n", file == nullptr ? "?" : file, line == static_cast<std::size_t>(-1) ? 0 : line,
               text);
  ++g_problems;
  if (severity == PO_SEVERITY_FATAL_ERROR) std::exit(1);
}

void report_two(int severity, po_message_t message, const char* file, std::size_t line, std::size_t column, int many,
                const char* text, po_message_t, const char*, std::size_t other, std::size_t, int, const char*) {
  report(severity, message, file, line, column, many, text);
  std::fprintf(stderr, "%s:%zu: see here\n", file == nullptr ? "?" : file, other);
}

const po_xerror_handler kHandler{report, report_two};

std::string header_field(const std::string& header, const char* name) {
  char* const found = po_header_field(header.c_str(), name);
  std::string value = found == nullptr ? "" : found;
  std::free(found);
  return value;
}

/// "nplurals=2; plural=(n != 1);"
void read_plural(const std::string& forms, PoFile& file) {
  const auto count = forms.find("nplurals=");
  const auto rule = forms.find("plural=", count == std::string::npos ? 0 : count + 9);
  const auto end = rule == std::string::npos ? rule : forms.find(';', rule);
  if (count == std::string::npos || end == std::string::npos) return;
  file.plural_count = std::atoi(forms.c_str() + count + 9);
  file.plural = forms.substr(rule + 7, end - rule - 7);
}

struct Opened {
  explicit Opened(const std::string& path) : file(po_file_read(path.c_str(), &kHandler)) {
    if (file == nullptr) {
      std::fprintf(stderr, "%s:0: cannot be read\n", path.c_str());
      std::exit(1);
    }
    each = po_message_iterator(file, nullptr);
  }
  ~Opened() {
    po_message_iterator_free(each);
    po_file_free(file);
  }
  Opened(const Opened&) = delete;
  Opened& operator=(const Opened&) = delete;

  po_file_t file;
  po_message_iterator_t each = nullptr;
};

/// The line on which each id stands, which the library keeps to itself.
std::map<std::string, std::size_t> lines_of(const std::string& path) {
  std::map<std::string, std::size_t> lines;
  std::ifstream file(path);
  std::string line;
  for (std::size_t number = 1; std::getline(file, line); ++number)
    if (line.starts_with("msgid \"")) lines.emplace(line.substr(7, line.rfind('"') - 7), number);
  return lines;
}

/// What fills a place stands between no marks of this text: it has marks of its own, or is data.
std::string marked(const std::string& text) {
  std::string out = "\u00ab";
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool doubled = i + 1 < text.size() && text[i] == text[i + 1] && (text[i] == '{' || text[i] == '}');
    if (doubled) out += text[i++];
    else if (text[i] == '{') out += "\u00bb";
    out += text[i];
    if (!doubled && text[i] == '}') out += "\u00ab";
  }
  return out + "\u00bb";
}

/// A table of words ("1: Monday|mon; 2: Tuesday"): each word by itself.
std::string marked_words(const std::string& table) {
  static constexpr std::string_view kEnds = "|;";
  std::string out;
  for (std::size_t at = 0; at < table.size();) {
    const auto end = std::min(table.find_first_of(kEnds, at), table.size());
    const bool first = out.empty() || out.back() == ';';
    const auto word = first ? std::min(table.find(": ", at) + 2, end) : at;
    out += table.substr(at, word - at) + marked(table.substr(word, end - word));
    if (end < table.size()) out += table[end];
    at = end + 1;
  }
  return out;
}

bool is_table(std::string_view id, const std::string& text) {
  return id.starts_with("days.") && text.find(": ") != std::string::npos && text.find(';') != std::string::npos;
}

}  // namespace

PoFile read_po(const std::string& path, int& problems) {
  g_problems = 0;
  PoFile out{.path = path};
  const Opened opened(path);
  const auto lines = lines_of(path);
  po_file_check_all(opened.file, &kHandler);
  const char* const header = po_file_domain_header(opened.file, nullptr);
  if (header != nullptr) {
    out.language = header_field(header, "Language");
    read_plural(header_field(header, "Plural-Forms"), out);
  }
  while (auto* const message = po_next_message(opened.each)) {
    PoMessage one{.id = po_message_msgid(message)};
    if (one.id.empty() || po_message_is_obsolete(message) != 0) continue;
    if (const char* plural = po_message_msgid_plural(message)) {
      one.plural = plural;
      for (int i = 0; po_message_msgstr_plural(message, i) != nullptr; ++i)
        one.forms.emplace_back(po_message_msgstr_plural(message, i));
    } else {
      one.forms.emplace_back(po_message_msgstr(message));
    }
    if (const auto line = lines.find(one.id); line != lines.end()) one.line = line->second;
    one.fuzzy = po_message_is_fuzzy(message) != 0;
    out.messages.push_back(std::move(one));
  }
  problems += g_problems;
  return out;
}

void mark_po(const std::string& path, const std::string& out, const std::string& code, int& problems) {
  g_problems = 0;
  const Opened opened(path);
  while (auto* const message = po_next_message(opened.each)) {
    if (*po_message_msgid(message) == '\0') {
      char* const header = po_header_set_field(po_message_msgstr(message), "Language", code.c_str());
      po_message_set_msgstr(message, header);
      std::free(header);
    } else if (po_message_msgid_plural(message) != nullptr) {
      for (int i = 0; po_message_msgstr_plural(message, i) != nullptr; ++i)
        po_message_set_msgstr_plural(message, i, marked(po_message_msgstr_plural(message, i)).c_str());
    } else {
      const std::string text = po_message_msgstr(message);
      const auto said = is_table(po_message_msgid(message), text) ? marked_words(text) : marked(text);
      po_message_set_msgstr(message, said.c_str());
    }
  }
  if (po_file_write(opened.file, out.c_str(), &kHandler) == nullptr) ++g_problems;
  problems += g_problems;
}

}  // namespace casus::text::compiler

// SPDX-License-Identifier: EUPL-1.2
#include "core/service/commands/case_package.hpp"

#include "core/base/base64.hpp"
#include "core/base/json/json_fields.hpp"
#include "core/base/json/strict_json.hpp"

#include <utility>

namespace casus::service {

namespace {

constexpr int kPackageFormat = 1;
constexpr JsonBounds kBounds{kMostCaseBytes, 7, "format"};

struct SecretLine {
  std::string person;
  std::string text;

  bool operator==(const SecretLine&) const = default;

  static void fields(auto& self, auto&& visit) {
    visit.required("person", self.person);
    visit.required("text", self.text);
  }
};

struct EventLine {
  std::string type;
  int version = 1;
  Time at{};
  std::optional<std::string> payload;  ///< nothing: it was destroyed
  std::vector<SecretLine> secrets;

  static void fields(auto& self, auto&& visit) {
    visit.required("type", self.type);
    visit.required("version", self.version);
    visit.required("at", self.at);
    visit.optional("payload", self.payload);
    visit.optional("secrets", self.secrets);
  }
};

struct CaseLines {
  std::string id;
  std::vector<EventLine> events;

  static void fields(auto& self, auto&& visit) {
    visit.required("id", self.id);
    visit.required("events", self.events);
  }
};

struct BytesLine {
  std::string case_id;
  std::string id;
  Time at{};
  std::string base64;

  static void fields(auto& self, auto&& visit) {
    visit.required("case", self.case_id);
    visit.required("id", self.id);
    visit.required("at", self.at);
    visit.required("base64", self.base64);
  }
};

struct DefinitionLine {
  std::string hash;
  std::string base64;

  static void fields(auto& self, auto&& visit) {
    visit.required("hash", self.hash);
    visit.required("base64", self.base64);
  }
};

struct PackageLines {
  std::string transfer, from, to, receipt, checkpoint;
  std::vector<CaseLines> cases;
  std::vector<BytesLine> files;
  std::vector<DefinitionLine> definitions;

  static void fields(auto& self, auto&& visit) {
    visit.required("transfer", self.transfer);
    visit.required("from", self.from);
    visit.required("to", self.to);
    visit.required("receipt", self.receipt);
    visit.required("checkpoint", self.checkpoint);
    visit.required("cases", self.cases);
    visit.required("files", self.files);
    visit.required("definitions", self.definitions);
  }
};

CaseLines lines_of(const PackedCase& it) {
  CaseLines lines{it.id, {}};
  for (const auto& event : it.events) {
    auto& line = lines.events.emplace_back(EventLine{event.type, event.type_version, event.at, event.payload, {}});
    for (const auto& secret : event.secrets) line.secrets.push_back({secret.person, secret.text});
  }
  return lines;
}

PackedCase case_of(CaseLines&& lines) {
  PackedCase it{std::move(lines.id), {}};
  for (auto& line : lines.events) {
    auto& event = it.events.emplace_back();
    event.number = static_cast<std::int64_t>(it.events.size());
    event.type = std::move(line.type);
    event.type_version = line.version;
    event.at = line.at;
    event.payload = std::move(line.payload);
    for (auto& secret : line.secrets) event.secrets.push_back({std::move(secret.person), std::move(secret.text)});
  }
  return it;
}

std::string bytes_of(const std::string& base64, const std::string& pointer, Problems& problems) {
  auto bytes = from_base64(base64);
  if (!bytes) problems.push_back({fields::child(pointer, "base64"), tell("wrong.packed_base64")});
  return bytes.value_or("");
}

CasePackage package_of(PackageLines&& lines, Problems& problems) {
  CasePackage package{.transfer = std::move(lines.transfer),
                      .from = std::move(lines.from),
                      .to = std::move(lines.to),
                      .receipt = std::move(lines.receipt),
                      .checkpoint = std::move(lines.checkpoint)};
  if (lines.cases.empty()) problems.push_back({"/cases", tell("wrong.packed_no_case")});
  for (std::size_t i = 0; i < lines.cases.size(); ++i) {
    const auto at = "/cases/" + std::to_string(i);
    if (!is_id(lines.cases[i].id)) problems.push_back({at + "/id", tell("wrong.packed_no_case")});
    if (lines.cases[i].events.empty()) problems.push_back({at + "/events", tell("wrong.packed_no_case")});
    package.cases.push_back(case_of(std::move(lines.cases[i])));
  }
  for (std::size_t i = 0; i < lines.files.size(); ++i) {
    auto& line = lines.files[i];
    auto bytes = bytes_of(line.base64, "/files/" + std::to_string(i), problems);
    package.files.push_back({std::move(line.case_id), std::move(line.id), line.at, std::move(bytes)});
  }
  for (std::size_t i = 0; i < lines.definitions.size(); ++i) {
    auto& line = lines.definitions[i];
    auto bytes = bytes_of(line.base64, "/definitions/" + std::to_string(i), problems);
    package.definitions.emplace(std::move(line.hash), std::move(bytes));
  }
  return package;
}

}  // namespace

std::string case_package_text(const CasePackage& package) {
  PackageLines lines{package.transfer, package.from, package.to, package.receipt, package.checkpoint, {}, {}, {}};
  for (const auto& one : package.cases) lines.cases.push_back(lines_of(one));
  for (const auto& file : package.files) lines.files.push_back({file.case_id, file.id, file.at, to_base64(file.bytes)});
  for (const auto& [hash, bytes] : package.definitions) lines.definitions.push_back({hash, to_base64(bytes)});
  nlohmann::ordered_json out{{"format", kPackageFormat}};
  out.update(nlohmann::ordered_json(fields::write(lines)));
  return out.dump();
}

Outcome<CasePackage, Problems> case_package_from(std::string_view text) {
  Problems problems;
  const auto value = strict_json(text, kBounds, problems);
  PackageLines lines;
  if (!value.is_null()) {
    fields::ObjectReader reader(value, "", problems);
    reader.format(kPackageFormat);
    PackageLines::fields(lines, reader);
    reader.finish();
  }
  if (!problems.empty()) return failure(std::move(problems));
  auto package = package_of(std::move(lines), problems);
  if (!problems.empty()) return failure(std::move(problems));
  return package;
}

}  // namespace casus::service

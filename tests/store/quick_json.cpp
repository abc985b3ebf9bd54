// SPDX-License-Identifier: EUPL-1.2
// The quick way of reading events says the same as the one that explains.
#include "core/base/json/json_fields.hpp"
#include "core/base/phase.hpp"
#include "core/base/time.hpp"
#include "core/store/codec/quick_reader.hpp"
#include "tests/support/catch.hpp"

using namespace casus;
using namespace casus::store;

namespace {

struct Inner {
  std::string name;
  int count = 0;

  bool operator==(const Inner&) const = default;
  static void fields(auto& self, auto&& visit) {
    visit.required("name", self.name);
    visit.optional("count", self.count);
  }
};

struct Sample {
  std::string text;
  bool flag = false;
  double share = 0;
  std::int64_t number = 0;
  unsigned small = 0;
  Phase phase{};
  std::optional<Date> on;
  Time at{};
  std::vector<Inner> list;

  bool operator==(const Sample&) const = default;
  static void fields(auto& self, auto&& visit) {
    visit.required("text", self.text);
    visit.optional("flag", self.flag);
    visit.optional("share", self.share);
    visit.optional("number", self.number);
    visit.optional("small", self.small);
    visit.optional("phase", self.phase);
    visit.optional("on", self.on);
    visit.optional("at", self.at);
    visit.optional("list", self.list);
  }
};

std::optional<Sample> quickly(QuickJson& reader, const std::string& text) {
  const auto value = reader.parse(text);
  Sample sample;
  if (!value || !value->is_object() || !quick::read(*value, sample)) return std::nullopt;
  return sample;
}

std::optional<Sample> carefully(const std::string& text) {
  const auto value = nlohmann::json::parse(text, nullptr, false);
  Problems problems;
  Sample sample;
  if (!value.is_object()) return std::nullopt;
  fields::read(value, sample, "", problems);
  if (!problems.empty()) return std::nullopt;
  return sample;
}

}  // namespace

TEST_CASE("what fits is read the same, quickly and with care", "[store][codec]") {
  QuickJson reader;  // one for all: what was parsed before must not shine through
  for (const std::string text : {
           R"({"text":""})",
           R"({"text":"Zij zei: \"niet nu\" \\ \n caf\u00e9 \ud83d\ude00"})",
           R"({"text":"a","flag":true,"share":0.25,"number":-9223372036854775808,"small":4294967295})",
           R"({"text":"a","share":3,"number":9223372036854775807,"small":0})",
           R"({"text":"a","phase":"evaluation","on":"2024-02-29","at":"2026-03-02T09:30:00Z"})",
           R"({"text":"a","list":[{"name":"x"},{"name":"y","count":-2}]})",
           R"({"text":"a","list":[]})",
           R"(  {"text" : "a"}  )",
       }) {
    INFO(text);
    const auto slow = carefully(text);
    REQUIRE(slow.has_value());
    CHECK(quickly(reader, text) == slow);
  }
}

TEST_CASE("what does not fit is never read quickly", "[store][codec]") {
  QuickJson reader;
  for (const std::string text : {
           "",
           "[]",
           "{",
           R"({"text":"a")",
           R"({"text":"a"} x)",
           R"({})",
           R"({"text":1})",
           R"({"text":null})",
           R"({"text":"a","txt":"b"})",
           R"({"text":"a","flag":1})",
           R"({"text":"a","share":"1"})",
           R"({"text":"a","number":1.5})",
           R"({"text":"a","number":9223372036854775808})",
           R"({"text":"a","small":-1})",
           R"({"text":"a","small":4294967296})",
           R"({"text":"a","phase":"evaluatie"})",
           R"({"text":"a","on":"2026-02-30"})",
           R"({"text":"a","on":null})",
           R"({"text":"a","at":"2026-03-02"})",
           R"({"text":"a","list":{}})",
           R"({"text":"a","list":[1]})",
           R"({"text":"a","list":[{"name":"x","nam":1}]})",
           "{\"text\":\"\xff\"}",
           "{\"text\":\"a\nb\"}",
       }) {
    INFO(text);
    CHECK_FALSE(quickly(reader, text).has_value());
    CHECK_FALSE(carefully(text).has_value());
  }
}

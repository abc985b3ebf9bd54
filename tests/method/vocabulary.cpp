// SPDX-License-Identifier: EUPL-1.2
#include "core/method/vocabulary.hpp"

#include "core/base/text.hpp"
#include "core/method/content_hash.hpp"
#include "core/method/definition.hpp"
#include "tests/support/catch.hpp"

#include <set>

namespace casus::method {
namespace {

TEST_CASE("each collection has fields, each field belongs to a collection", "[method]") {
  std::set<Field> used;
  for (const auto& collection : names_of(Collection{})) {
    const auto& fields = fields_of(collection.value);
    INFO(collection.key);
    CHECK_FALSE(fields.empty());
    CHECK(std::set<Field>(fields.begin(), fields.end()).size() == fields.size());
    used.insert(fields.begin(), fields.end());
  }
  for (const auto& field : names_of(Field{})) {
    INFO(field.key);
    CHECK(used.contains(field.value));
  }
}

TEST_CASE("a field with a closed list of words is a word", "[method]") {
  for (const auto& collection : names_of(Collection{}))
    for (const auto field : fields_of(collection.value)) {
      INFO(collection.key << " " << key(field));
      if (!words_of(collection.value, field).empty()) CHECK(type_of(collection.value, field) == FieldType::word);
    }
}

TEST_CASE("the common kinds are known to every method and have words in both languages", "[method]") {
  std::set<std::string_view> keys;
  for (const auto& kind : core_kinds()) {
    INFO(kind.key);
    CHECK(keys.insert(kind.key).second);
    CHECK_FALSE(kind.nl.empty());
    CHECK_FALSE(kind.en.empty());
    CHECK(Definition{}.knows_kind(kind.key));
  }
  CHECK(keys.size() == 27);
  CHECK_FALSE(Definition{}.knows_kind("postcard"));
}

TEST_CASE("a kind is called what the method calls it, else what everybody calls it, else its key", "[method]") {
  Definition own;
  own.kinds.push_back({"offer", {"uitnodiging", "invitation"}, "case"});
  own.kinds.push_back({"postcard", {"kaart", "postcard"}, "none"});
  CHECK(kind_label(&own, "offer", Lang::nl) == "uitnodiging");
  CHECK(kind_label(&own, "postcard", Lang::en) == "postcard");
  CHECK(own.knows_kind("postcard"));
  CHECK(kind_label(&own, "wish", Lang::nl) == "wens van de inwoner");
  CHECK(kind_label(nullptr, "offer", Lang::nl) == "aanbod");
  CHECK(kind_label(nullptr, "postcard", Lang::nl) == "postcard");
}

TEST_CASE("a kind is meant by its key, by what the method calls it or by what everybody calls it", "[method]") {
  Definition own;
  own.kinds.push_back({"offer", {"uitnodiging", "invitation"}, "case"});
  own.kinds.push_back({"key_question", {"sleutelvraag van de avond", "key question"}, "none"});
  CHECK(kind_meant(&own, "key_question") == "key_question");
  CHECK(kind_meant(&own, "Sleutelvraag van de avond") == "key_question");
  CHECK(kind_meant(&own, "sleutelvraag") == "key_question");
  CHECK(kind_meant(nullptr, "sleutelvraag") == "sleutelvraag");
  CHECK(kind_meant(&own, "Invitation") == "offer");
  CHECK(kind_meant(&own, "aanbod") == "offer");
  CHECK(kind_meant(nullptr, "wens") == "wish");
  CHECK(kind_meant(nullptr, "eigen") == "eigen");  // two begin so
  CHECK(kind_meant(&own, "zeur") == "zeur");
}

TEST_CASE("a content hash never changes between versions of the program", "[method]") {
  // By another program: Python, uuid5(UUID("6f1d5b0e-83c4-4a27-9b52-31e870ad941c"), text).
  CHECK(content_hash("") == "cec3a44ded3f5303baca38be51f73595");
  CHECK(content_hash("{\"format\": 1}") == "5634bb9ba65252889ac6a49c69bcc969");
  CHECK(content_hash("a") != content_hash("b"));
}

}  // namespace
}  // namespace casus::method

// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/catalogue.hpp"
#include "core/report/vocabulary_page.hpp"

#include <nlohmann/json.hpp>

/// For those who write methods: what there is to write with.
namespace casus::desk {
namespace {

class MethodWords final : public Verb {
 public:
  Access access() const override { return does(Ground::anybody); }
  void shape(Slots&) override {}
  void run(Desk& desk, Reply& reply) override {
    if (desk.json()) reply.json(report::vocabulary_json(desk.voice()));
    else reply.page(report::vocabulary_page(desk.voice()));
  }
};

}  // namespace

Entries vocabulary_verbs() {
  return {{"method words", "help.what_method_is_written_with", "help.method_words", fresh<MethodWords>}};
}

}  // namespace casus::desk

// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/service/service.hpp"

#include <string>
#include <vector>

/// Which cases somebody at a desk was let in to. Internal to core/desk/reading.
namespace casus::desk {

class LetIn {
 public:
  /// While a verb is done, what it asks for twice was asked for once.
  void begin() {
    if (depth_++ == 0) all_.clear();
  }
  void end() { --depth_; }

  /// What this verb was told before, of the same part and reason; nullptr when it did not ask.
  const Outcome<service::ShownCase, Refusal>* find(const std::string& case_id, CasePart part,
                                                   const std::string& because) const {
    if (depth_ == 0) return nullptr;
    for (const auto& one : all_)
      if (one.case_id == case_id && one.part == part && one.because == because) return &one.answer;
    return nullptr;
  }
  /// Whether the case was let in to, for whatever part.
  bool holds(const std::string& case_id) const {
    for (const auto& one : all_)
      if (one.case_id == case_id && one.answer) return true;
    return false;
  }
  void note(const std::string& case_id, CasePart part, const std::string& because,
            Outcome<service::ShownCase, Refusal> answer) {
    std::erase_if(all_, [&](const One& one) { return one.case_id == case_id && one.part == part; });
    all_.push_back({case_id, part, because, std::move(answer)});
  }

 private:
  struct One {
    std::string case_id;
    CasePart part{};
    std::string because;
    Outcome<service::ShownCase, Refusal> answer;
  };
  std::vector<One> all_;
  int depth_ = 0;
};

}  // namespace casus::desk

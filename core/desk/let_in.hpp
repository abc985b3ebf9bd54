// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/service/service.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

/// Which cases somebody at a desk was let in to. Internal to core/desk/reading.
namespace casus::desk {

class LetIn {
 public:
  /// While a verb is done, what it asks for twice was asked for once.
  void begin() {
    if (depth_++ > 0) return;
    all_.clear();
    in_a_row_.clear();
  }
  void end() { --depth_; }

  /// What this verb was told before, of the same part and reason; nullptr when it did not ask.
  const Outcome<service::ShownCase, Refusal>* find(const std::string& case_id, CasePart part,
                                                   const std::string& because) const {
    if (depth_ == 0) return nullptr;
    const auto here = all_.find(case_id);
    if (here == all_.end()) return nullptr;
    for (const auto& one : here->second)
      if (one.part == part && one.because == because) return &one.answer;
    return nullptr;
  }
  /// Whether the case was let in to, for whatever part.
  bool holds(const std::string& case_id) const {
    for (auto row = in_a_row_.lower_bound({case_id, CasePart{}}); row != in_a_row_.end(); ++row) {
      if (row->first.first != case_id) break;
      if (row->second) return true;
    }
    const auto here = all_.find(case_id);
    return here != all_.end() &&
           std::ranges::any_of(here->second, [](const One& one) { return one.answer.has_value(); });
  }
  void note(const std::string& case_id, CasePart part, const std::string& because,
            Outcome<service::ShownCase, Refusal> answer) {
    auto& here = all_[case_id];
    std::erase_if(here, [&](const One& one) { return one.part == part; });
    here.push_back({part, because, std::move(answer)});
  }
  /// One of many, which are not kept: a page on ten thousand cases holds them one by one. `seen`: it was let in to.
  void note_in_a_row(const std::string& case_id, CasePart part, bool seen) { in_a_row_[{case_id, part}] = seen; }
  /// Whether this verb came by this part of the case in a row before: then a second form of its page is no other look.
  bool came_by(const std::string& case_id, CasePart part) const {
    return depth_ > 0 && in_a_row_.contains({case_id, part});
  }

 private:
  struct One {
    CasePart part{};
    std::string because;
    Outcome<service::ShownCase, Refusal> answer;
  };
  std::unordered_map<std::string, std::vector<One>> all_;
  std::map<std::pair<std::string, CasePart>, bool> in_a_row_;
  int depth_ = 0;
};

}  // namespace casus::desk

// SPDX-License-Identifier: EUPL-1.2
#include "core/service/play/play_room.hpp"

#include "core/base/fault.hpp"
#include "core/method/content_hash.hpp"
#include "core/service/commands/command_json.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace casus::service {

void PlayRoom::keep() {
  if (case_id_ != play_.state().id) {  // moves were taken back: what is left of them is a new case
    case_id_ = play_.state().id;
    kept_ = 0;
    mark_.clear();
  }
  if (kept_ == play_.kept().size()) return;
  service_.going_by(definitions_, [this] {
    for (; kept_ < play_.kept().size(); ++kept_) keep_one();
  });
}

void PlayRoom::keep_one() {
  const auto& one = play_.kept()[kept_];
  auto command = one.command;
  // The id tells what was done before it too: another course of events under the same name is not taken for this one.
  mark_ = method::content_hash(mark_ + command_json(command).dump());
  command.id = fmt::format("{}/{}/{}", case_id_, kept_ + 1, mark_);
  const auto answer = one.line ? service_.note(std::move(command), *one.line) : service_.handle(std::move(command));
  if (!answer.done())
    throw Fault(Fault::Kind::store,
                fmt::format("the store holds another training '{}'{}; give this one another name, or another store",
                            play_.setup().run, answer.refusal ? ": " + answer.refusal->reason.in(Lang::en) : ""));
}

}  // namespace casus::service

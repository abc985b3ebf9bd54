// SPDX-License-Identifier: EUPL-1.2
#include "core/service/definitions.hpp"

#include "core/method/content_hash.hpp"
#include "core/text/message.hpp"
#include "core/text/problem_words.hpp"

namespace casus::service {

namespace {

using text::msg;

std::string stream_of(const std::string& hash) { return "definition/" + hash; }

}  // namespace

void each_pin(const Events& events, const std::function<void(const Pin& pin, bool is_workflow)>& visit) {
  for (const auto& event : events) {
    if (const auto* opened = std::get_if<CaseOpened>(&event.body)) {
      visit(opened->workflow, true);
      visit(opened->method, false);
    } else if (const auto* changed = std::get_if<MethodChanged>(&event.body)) {
      visit(changed->method, false);
    } else if (const auto* adopted = std::get_if<DefinitionsAdopted>(&event.body)) {
      visit(adopted->workflow, true);
      for (const auto& pin : adopted->methods) visit(pin, false);
    }
  }
}

Definitions::Definitions(store::Store& store, const plugin::Catalogue& methods, const workflow::Catalogue& workflows,
                         std::recursive_mutex* with)
    : mutex_(with != nullptr ? *with : own_mutex_), store_(store), methods_(methods), workflows_(workflows) {}

void Definitions::listen_for(std::map<std::string, std::vector<std::string>, std::less<>> phrases) {
  const auto held = hold();
  if (own_phrases_.empty() || own_phrases_.back() != phrases) own_phrases_.push_back(std::move(phrases));
}

void Definitions::know_members(std::vector<Member> members) {
  const auto held = hold();
  team_.members = std::move(members);
}

void Definitions::forget() {
  const auto held = hold();
  in_store_.clear();
}

std::optional<std::string> Definitions::kept(const std::string& hash) const {
  const auto events = store_.read(stream_of(hash));
  if (events.empty()) return std::nullopt;
  return events.front().payload;
}

const method::Definition* Definitions::of_run(std::string_view method_id) const {
  const auto* run = run_.load();
  return run != nullptr && run->method && run->method->id == method_id ? &*run->method : nullptr;
}

const method::Definition* Definitions::pinned_method(const Pin& pin) const {
  if (const auto* kept = of_run(pin.id); kept != nullptr && kept->hash == pin.hash) return kept;
  if (const auto* entry = methods_.find(pin.id); entry != nullptr && entry->definition.hash == pin.hash)
    return &entry->definition;
  const auto held = hold();
  if (const auto known = old_methods_.find(pin.hash); known != old_methods_.end()) return known->second.get();
  auto& slot = old_methods_[pin.hash];
  if (const auto bytes = kept(pin.hash)) {
    auto [definition, problems] = method::parse(*bytes);
    if (problems.empty()) slot = std::make_unique<method::Definition>(std::move(definition));
  }
  return slot.get();
}

const workflow::Workflow* Definitions::pinned_workflow(const Pin& pin) const {
  if (const auto* run = run_.load(); run != nullptr && run->workflow && run->workflow->hash == pin.hash)
    return &*run->workflow;
  if (const auto* entry = workflows_.find(pin.id); entry != nullptr && entry->workflow.hash == pin.hash)
    return &entry->workflow;
  const auto held = hold();
  if (const auto known = old_workflows_.find(pin.hash); known != old_workflows_.end()) return known->second.get();
  auto& slot = old_workflows_[pin.hash];
  if (const auto bytes = kept(pin.hash)) {
    auto [workflow, problems] = workflow::parse(*bytes);
    if (problems.empty()) slot = std::make_unique<workflow::Workflow>(std::move(workflow));
  }
  return slot.get();
}

const workflow::Workflow* Definitions::workflow(std::string_view id) const {
  if (const auto* run = run_.load(); run != nullptr && run->workflow && run->workflow->id == id) return &*run->workflow;
  const auto* entry = workflows_.find(id);
  return entry == nullptr ? nullptr : &entry->workflow;
}

const method::Definition* Definitions::method(std::string_view id) const {
  if (const auto* kept = of_run(id)) return kept;
  const auto* entry = methods_.find(id);
  return entry == nullptr ? nullptr : &entry->definition;
}

const method::Rules* Definitions::rules(std::string_view method_id) const {
  const auto* kept = of_run(method_id);
  return kept != nullptr ? methods_.rules(*kept) : methods_.rules(method_id);
}

namespace {

Text not_usable(const std::string& method_id, const Text& why) {
  return why.empty() ? Text{} : msg("methods.not_usable", "method"_is = method_id, "why"_is = why).in_both();
}

Text why_unusable(const plugin::Entry& entry) {
  return entry.native == plugin::Native::unusable ? not_usable(entry.definition.id, entry.why_not) : Text{};
}

}  // namespace

Text Definitions::unusable(std::string_view method_id) const {
  if (const auto* kept = of_run(method_id)) return not_usable(kept->id, methods_.why_not(*kept));
  const auto* entry = methods_.find(method_id);
  if (entry == nullptr) return msg("methods.not_here", "method"_is = std::string(method_id)).in_both();
  return why_unusable(*entry);
}

Text Definitions::unusable(const Pin& pin) const {
  // Every step asks this: mostly the pinned definition is the one that is here.
  if (const auto* entry = methods_.find(pin.id); entry != nullptr && entry->definition.hash == pin.hash)
    return why_unusable(*entry);
  const auto* pinned = pinned_method(pin);
  if (pinned == nullptr) return unusable(pin.id);
  return not_usable(pin.id, methods_.why_not(*pinned));
}

Text Definitions::broken(std::string_view method_id) const {
  const auto* entry = methods_.broken(method_id);
  if (entry == nullptr) return {};
  const auto& wrong = entry->problems.front();
  return msg("methods.broken", "path"_is = entry->path, "what"_is = text::message_of(wrong.message)).in_both();
}

std::vector<std::string> Definitions::members_meant(std::string_view name) const {
  const auto held = hold();
  std::vector<std::string> out;
  for (const auto* member : team_.members_meant(name)) out.push_back(member->name);
  return out;
}

std::vector<std::string> Definitions::names_of_member(std::string_view name) const {
  const auto held = hold();
  const auto meant = team_.members_meant(name);
  if (meant.size() != 1) return {};
  std::vector<std::string> out{meant.front()->name};
  out.insert(out.end(), meant.front()->formerly.begin(), meant.front()->formerly.end());
  return out;
}

std::optional<Time> Definitions::in_team_since(std::string_view name) const {
  const auto held = hold();
  const auto meant = team_.members_meant(name);
  return meant.size() == 1 ? std::optional(meant.front()->since) : std::nullopt;
}

bool Definitions::has_team() const {
  const auto held = hold();
  return !team_.members.empty();
}

std::span<const std::string> Definitions::own_phrases(std::string_view list) const {
  const auto held = hold();
  if (own_phrases_.empty()) return {};
  const auto found = own_phrases_.back().find(list);
  if (found == own_phrases_.back().end()) return {};
  return found->second;
}

const std::string* Definitions::bytes_of_method(const Pin& pin) const {
  const auto* run = run_.load();
  if (const auto* kept = of_run(pin.id); kept != nullptr && kept->hash == pin.hash) return &run->method_bytes;
  const auto* entry = methods_.find(pin.id);
  return entry == nullptr ? nullptr : &entry->bytes;
}

const std::string* Definitions::bytes_of_workflow(const Pin& pin) const {
  const auto* run = run_.load();
  if (run != nullptr && run->workflow && run->workflow->hash == pin.hash) return &run->workflow_bytes;
  const auto* entry = workflows_.find(pin.id);
  return entry == nullptr ? nullptr : &entry->bytes;
}

void Definitions::keep(const Pin& pin, const std::string* bytes, Time at) {
  if (bytes != nullptr) write(pin.hash, *bytes, at);
}

bool Definitions::keep(const std::string& hash, const std::string& bytes, Time at) {
  const auto held = hold();
  if (method::content_hash(bytes) != hash) return false;
  write(hash, bytes, at);
  return true;
}

void Definitions::write(const std::string& hash, const std::string& bytes, Time at) {
  if (in_store_.contains(hash)) return;
  if (store_.head(stream_of(hash)) == 0) {
    store::NewEvent event{.type = "DefinitionKept", .at = at, .payload = bytes};
    // Two processes may keep the same content at once; whoever loses finds it there, which is all that matters.
    (void)store_.append(stream_of(hash), 0, "keep/" + hash, {event}, nullptr);
  }
  in_store_.insert(hash);
}

void Definitions::keep(const Events& events, Time at) {
  const auto held = hold();
  each_pin(events, [&](const Pin& pin, bool is_workflow) {
    keep(pin, is_workflow ? bytes_of_workflow(pin) : bytes_of_method(pin), at);
  });
}

}  // namespace casus::service

// SPDX-License-Identifier: EUPL-1.2
#include "core/store/sealed/sealed_store.hpp"

#include "core/base/fault.hpp"
#include "core/store/codec/frame.hpp"
#include "core/store/keys/line_seal.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::store {

text::SaidFault SealedStore::damage(text::Message what) {
  return {Fault::Kind::store, std::move(what), "store verify"};
}

SealedStore::SealedStore(std::unique_ptr<Log> log, std::unique_ptr<Vault> vault, std::optional<Snapshots> snapshots)
    : log_(std::move(log)), vault_(std::move(vault)), keys_(*vault_, *log_), snapshots_(std::move(snapshots)) {
  compare_files();
  if (not_ours_.empty()) follow_list();
}

// ---- transactions

SealedStore::Work::Work(SealedStore& store, std::string_view stream) : store_(store), owner_(!store.open_) {
  if (owner_) store_.begin(stream);
}

SealedStore::Work::~Work() {
  if (done_) return;
  if (owner_) store_.rollback();
  else store_.broken_ = true;
}

std::optional<Conflict> SealedStore::Work::done() {
  std::optional<Conflict> lost;
  if (owner_) lost = store_.commit();
  done_ = true;
  return lost;
}

void SealedStore::begin(std::string_view stream) {
  log_->begin_with(stream);
  touched_.clear();  // others may have written since
  absent_.clear();
  open_ = true;
}

std::optional<Conflict> SealedStore::commit() {
  if (broken_) throw text::SaidFault(Fault::Kind::store, text::msg("fault.group_failed", "path"_is = log_->path()));
  if (auto lost = write_out()) {
    rollback();
    return lost;
  }
  // What was written is brought to the disk while the keys are. It counts from the commit on, and a key is durable
  // before anything sealed with it.
  if (behind_ && behind_->begun) behind_->queue.give([this] { log_->flush(); });
  keys_.write_new();
  if (erasing_) vault_->keep_left(left_);
  log().commit();
  behind_.reset();
  open_ = false;
  touched_.clear();
  absent_.clear();
  // Only now, for what the transaction said about the erasure (an event) must not be lost when the key is gone.
  if (std::exchange(erasing_, false)) {
    wipe();
    left_.clear();  // it lies with the keys, also where wiping them has to be finished later
  }
  return std::nullopt;
}

void SealedStore::rollback() noexcept {
  behind_.reset();  // nobody else is at the log any more
  log_->rollback();
  open_ = false;
  broken_ = false;
  erasing_ = false;
  left_.clear();
  touched_.clear();
  absent_.clear();
  keys_.drop_new();
}

std::optional<Conflict> SealedStore::write_out() {
  settle();
  for (auto& entry : touched_) {
    auto& [name, stream] = entry;
    if (stream.from) {
      const StreamEnd end{stream.head, stream.digest, mark_of(entry)};
      if (!log().move_end(stream.row, *stream.from, end)) {
        const auto now = log().stream(name);
        return Conflict{name, *stream.from, now ? now->head : 0};
      }
      stream.from.reset();
    }
    if (stream.line) write_line(entry);
  }
  return std::nullopt;
}

void SealedStore::write_line(Named& entry) {
  auto& [name, stream] = entry;
  const auto tree = tree_to_write(entry, stream.head + 1);
  log().put_line(stream.row, *stream.line,
                 tree != nullptr ? std::optional(seal_line(*tree, name, stream.line->summary)) : std::nullopt);
  stream.line.reset();
}

void SealedStore::together(const std::function<void()>& work) {
  Work group(*this);
  work();
  if (const auto lost = group.done())
    throw text::SaidFault(Fault::Kind::store, text::msg("fault.written_meanwhile", "stream"_is = lost->stream));
}

// ---- streams and keys

SealedStore::Named* SealedStore::find(std::string_view name) {
  if (const auto at = touched_.find(name); at != touched_.end()) return &*at;
  if (absent_.contains(name)) return nullptr;
  const auto row = log().stream(name);
  if (!row) {
    if (open_) absent_.emplace(name);
    return nullptr;
  }
  const auto digest = digest_from(row->digest);
  if (!digest) throw damage(text::msg("fault.end_damaged", "path"_is = log_->path(), "stream"_is = name));
  return &*touched_
               .emplace(name, Stream{row->id, row->head, *digest, row->erasures, receipts_of(*row),
                                     holds(store_keys(), *row)})
               .first;
}

SealedStore::Named& SealedStore::make(std::string_view name) {
  if (const auto at = absent_.find(name); at != absent_.end()) absent_.erase(at);
  return *touched_.emplace(name, Stream{}).first;
}

std::int64_t SealedStore::row_of(Named& stream) {
  auto& [name, it] = stream;
  if (it.row == 0) {
    const StreamRow none{0, name, 0, std::string(view(it.digest)), {}, 0};
    it.row = log_->add_stream(name, {0, it.digest, end_mark(store_keys(), none, {})});
  }
  return it.row;
}

/// Of a row that was changed behind our back it is none that holds, so that `verify` goes on finding it.
std::string SealedStore::mark_of(const Named& stream) const {
  const auto& [name, it] = stream;
  if (!it.sound) return std::string(view(Digest{}));
  return end_mark(store_keys(), {it.row, name, it.head, std::string(view(it.digest)), {}, it.erasures}, it.receipts);
}

/// False when it was done before.
bool SealedStore::add_command(Named& stream, const CommandRow& command) {
  if (!log_->add_command(row_of(stream), command)) return false;
  auto& receipts = stream.second.receipts;
  if (command.last > receipts.since) add_to(receipts.sum, receipt_digest(store_keys(), command));
  return true;
}

/// The stream's own keys, made when the stream begins; nothing when they were erased.
std::shared_ptr<const KeyTree> SealedStore::tree_to_write(const Named& stream, std::int64_t number) {
  const Owner owner{stream.first, stream.second.erasures};
  if (const auto found = keys_.tree(owner); found.state != Keychain::State::absent) return found.tree;
  if (number > 1) return tree_to_read(owner.stream, owner.erasures);  // lost, and that is told
  return keys_.add_tree(owner);
}

/// Nothing when they were erased. Keys that are simply not there were lost, and that is not the same thing.
std::shared_ptr<const KeyTree> SealedStore::tree_to_read(std::string_view stream, std::int64_t erasures) {
  const auto found = keys_.tree({stream, erasures});
  if (found.state == Keychain::State::absent)
    throw KeyMissing(vault_->find(stream, "").state == Vault::Held::State::erased
                         ? text::msg("fault.key_taken_out", "stream"_is = stream, "path"_is = vault_->path())
                         : text::msg("fault.no_key_for", "path"_is = vault_->path(), "stream"_is = stream));
  return found.tree;
}

// ---- events

/// What it will be sealed with. Whose keys are erased or lost is told here, before anything of it is written.
void SealedStore::find_keys(Writing& it) {
  if (it.events.empty()) return;
  const auto& [name, state] = *it.stream;
  const Owner owner{name, state.erasures};
  if (owner.erasures > 0) settle();  // the log is asked what was erased
  it.tree = tree_to_write(*it.stream, it.first);
  if (it.tree == nullptr)
    throw text::SaidFault(Fault::Kind::store, text::msg("fault.stream_erased", "stream"_is = name));
  auto number = it.first;
  for (const auto& event : it.events) {
    for (const auto& [person, text] : event.secrets) {
      if (person.empty())
        throw Fault(Fault::Kind::store, fmt::format("stream '{}': a secret of event {} names no person", name, number));
      const auto found = keys_.person(owner, person);
      if (found.state == Keychain::State::erased)
        throw text::SaidFault(Fault::Kind::store,
                              text::msg("fault.person_erased", "stream"_is = name, "person"_is = person));
      it.persons.push_back(found.key ? *found.key : keys_.add_person(owner, person));
    }
    ++number;
  }
}

void SealedStore::write_event(Named& stream, std::int64_t number, const NewEvent& event, const Key& key,
                              const Key* persons) {
  auto& [name, state] = stream;
  std::vector<Secret> inner;
  for (const auto& [person, text] : event.secrets)
    inner.push_back({person, seal(*persons++, {name, number, person}, text)});
  const std::string blob = seal_once(key, {name, number}, packed(event.payload, inner));
  const auto at = event.at.time_since_epoch().count();
  const Digest digest = digest_of(store_keys(), state.digest, {name, number, event.type, event.type_version, at, blob});
  log_->add_event(state.row, {number, event.type, event.type_version, at, blob, view(digest)});
  state.digest = digest;
}

void SealedStore::write(Writing& it) {
  row_of(*it.stream);
  if (it.command && !add_command(*it.stream, *it.command))
    throw Fault(Fault::Kind::store, fmt::format("store file '{}': a command was done that was not there before; do it "
                                                "again",
                                                log_->path()));
  auto number = it.first;
  const auto* persons = it.persons.data();
  for (const auto& event : it.events) {
    const auto key = it.tree->key(event_place(number));
    if (!key)  // an older database with the keys of after
      throw damage(text::msg("fault.key_destroyed_before", "stream"_is = it.stream->first, "number"_is = number));
    write_event(*it.stream, number++, event, *key, persons);
    persons += event.secrets.size();
  }
}

Outcome<Receipt, Conflict> SealedStore::append(std::string_view stream, std::int64_t expected,
                                               std::string_view command_id, std::vector<NewEvent> events,
                                               const IndexRow* index, std::int64_t content) {
  require_writable();
  Work work(*this, stream);
  if (index && index->stream != stream)
    throw Fault(Fault::Kind::store,
                fmt::format("stream '{}' cannot bring the line of '{}' in the index", stream, index->stream));
  const auto before = [&](Receipt done) {
    work.done();
    return done;
  };
  Named* at = find(stream);
  const std::int64_t head = at ? at->second.head : 0;
  // A command sent again mostly comes with the version of then; it gets its answer, not a conflict. Of a group that is
  // written behind, what is known of it is known here.
  Known* asked = nullptr;
  if (behind_ && !command_id.empty()) {
    asked = &known_here(command_id);
    if (asked->done) return before(*asked->done);
  } else if (!at || head != expected) {
    if (auto done = receipt(command_id)) return before(std::move(*done));
  }
  if (head != expected) {
    work.done();
    return failure(Conflict{std::string(stream), expected, head});
  }
  if (!at) at = &make(stream);
  const Receipt answer{std::string(stream), head + 1, head + static_cast<std::int64_t>(events.size()), content};
  Writing it{at, answer.first, std::move(events)};
  const CommandRow row{0, answer.first, answer.last, content};
  if (asked != nullptr) {
    asked->done = answer;
    (it.command = row)->mark = asked->mark;
  } else if (!command_id.empty()) {
    auto command = row;
    command.mark = command_mark(store_keys(), command_id);
    if (!add_command(*at, command)) return before(*receipt(command_id));
  }
  find_keys(it);
  if (answer.last > head || !command_id.empty()) at->second.changes();
  at->second.head = answer.last;
  if (behind_) write_behind(std::move(it));
  else write(it);
  if (index) put_index(*index);
  if (auto lost = work.done()) return failure(*lost);
  return answer;
}

std::optional<Receipt> SealedStore::receipt(std::string_view command_id) {
  if (command_id.empty()) return std::nullopt;
  if (behind_) return known_here(command_id).done;
  return look_up(command_id).done;
}

/// On either thread: whose the log is at that moment.
SealedStore::Known SealedStore::look_up(std::string_view command_id) {
  Known it{0, command_mark(store_keys(), command_id), {}};
  if (const auto found = log_->command(it.mark))
    it.done = Receipt{found->first, found->second.first, found->second.last, found->second.content};
  return it;
}

/// What was said to be left of an event that was destroyed. It lies with the keys and is no key, so it is sealed; what
/// is about one person with their key besides, behind the payload, which is one line.
Husk SealedStore::sealed_husk(const Named& stream, std::int64_t number, const Husk& clear) {
  const auto& [name, state] = stream;
  std::vector<Secret> inner;
  for (const auto& [person, text] : clear.secrets)
    if (const auto found = keys().person({name, state.erasures}, person); found.key)
      inner.push_back({person, seal(*found.key, {name, number, person}, text)});
  auto husk = clear.payload;
  if (!inner.empty()) husk += '\n' + packed({}, inner);
  return {clear.type_version, seal(store_keys().husk, {name, number, {}}, husk), {}};
}

std::optional<Husk> SealedStore::husk_of(const Named& stream, std::int64_t number) {
  const auto& [name, state] = stream;
  const auto now = left_.find({name, number});  // destroyed in this group
  auto husk = now == left_.end() ? vault_->left(name, number) : std::optional(now->second);
  if (!husk) return std::nullopt;
  auto clear = unseal(store_keys().husk, {name, number, {}}, husk->payload);
  if (!clear) return std::nullopt;
  if (const auto end = clear->find('\n'); end != std::string::npos) {
    auto frame = unpacked(clear->substr(end + 1));
    clear->resize(end);
    for (auto& secret : frame ? frame->sealed_secrets : std::vector<Secret>()) {
      const auto found = keys_.person({name, state.erasures}, secret.person);
      auto text = found.key ? unseal(*found.key, {name, number, secret.person}, secret.text) : std::nullopt;
      if (text) husk->secrets.push_back({std::move(secret.person), std::move(*text)});
    }
  }
  husk->payload = std::move(*clear);
  return husk;
}

}  // namespace casus::store

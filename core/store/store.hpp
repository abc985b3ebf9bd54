// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/fault.hpp"
#include "core/base/outcome.hpp"
#include "core/base/stage.hpp"
#include "core/base/time.hpp"
#include "core/store/erased.hpp"
#include "core/text/message.hpp"
#include "core/text/said_fault.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace casus::store {

struct Checkpoint;

/// One event to append. `payload` and `secrets` are clear here and sealed on disk; `type`, `type_version` and `at`
/// stay readable, so that figures can be made without opening a case.
struct NewEvent {
  std::string type;
  int type_version = 1;
  Time at{};
  std::string payload;
  std::vector<Secret> secrets;
};

struct StoredEvent {
  std::int64_t number = 0;  ///< place in the stream, from 1
  std::string type;
  int type_version = 1;
  Time at{};
  std::optional<std::string> payload;  ///< nothing when the key of the event, or of all of the stream, is destroyed
  std::vector<Secret> secrets;         ///< those whose person's key still exists
  std::optional<Husk> left{};          ///< of one that was destroyed by itself: what `destroy_event` was given
  bool stream_erased = false;          ///< there is a record that says so of the whole stream
};

/// One line of the derived index: what lists and agendas need without opening the case. `summary` is personal text
/// (a JSON document of the caller) and sealed with the key of the stream, so keep persons who can be erased on their
/// own out of it; the rest is readable.
struct IndexRow {
  std::string stream;
  Stage stage;
  int round = 1;
  std::string step;
  std::string workflow;
  std::string method;
  std::string neighbourhood;
  std::optional<Date> review_on;
  std::optional<Date> action_due;  ///< first open action
  Date opened_on{};
  Time changed_at{};
  std::string summary;
  bool locked = false;  ///< when listed: there is a text, and its key is not here (which is not the same as erased)
};

struct IndexQuery {
  std::optional<Life> life;
  std::optional<Safety> safety;
  std::optional<Date> due_by;  ///< review or first open action on or before this day
  bool by_due = false;         ///< first what is due first, what is never due last; otherwise last changed first
  int limit = 100;
  int offset = 0;
};

/// Two wrote at once and this one lost: nothing was written. `actual` is where the stream stands.
struct Conflict {
  std::string stream;
  std::int64_t expected = 0;
  std::int64_t actual = 0;
};

/// What a command came to when it was done: sent again, it is answered with this and not done again.
struct Receipt {
  std::string stream;
  std::int64_t first = 0;  ///< number of its first event, or one past the head for a command without events
  std::int64_t last = 0;
  std::int64_t content = 0;  ///< as it was given with the command; 0 when nobody gave any
};

/// What a caller made of a stream up to an event, as its bytes.
struct Snapshot {
  std::int64_t number = 0;           ///< of that event
  std::vector<std::string> persons;  ///< whose secrets may be in it
  std::string state;
};

struct Finding {
  std::string stream;
  std::int64_t number = 0;
  text::Message said;  ///< its id stays the same from version to version: programs go by that
  bool index = false;  ///< of a line in the index alone: it is made again from the events
  bool keys = false;   ///< of the key file: a newer copy of that may be all that is needed
};

/// What a fault says, as a finding says it.
text::Message said_by(const Fault& fault);

/// What a group of many appends will ask about.
struct Coming {
  std::vector<std::string> streams;
  std::vector<std::string> commands;  ///< ids
};

/// What the keys know of a stream and a copy that was put back does not have.
struct NotInCopy {
  std::string stream;
  std::int64_t events = 0;     ///< at least
  std::int64_t destroyed = 0;  ///< of these: their key was destroyed, and their place begins anew
  bool erased = false;         ///< begun and erased after the copy was made: nothing is here that says so
};

/// What accepting a copy of an earlier day came to; by name of the stream.
struct AcceptedBackup {
  std::vector<NotInCopy> missing;
};

/// How many places of a stream began anew in a copy that was put back, and have not been destroyed again.
struct PlacesAnew {
  std::string stream;
  std::int64_t places = 0;
};

/// What `verify` looked at and what it found wrong; sound when `findings` is empty.
struct Verification {
  std::int64_t streams = 0;
  std::int64_t events = 0;
  std::int64_t erased_streams = 0;     ///< chain holds, key gone
  std::int64_t destroyed_events = 0;   ///< of streams that are not erased
  std::int64_t destroyed_looks = 0;    ///< of these: who looked at a case, whose term had ended
  std::int64_t reworded_looks = 0;     ///< of these: who looked, said again without the name of somebody who was erased
  std::int64_t lost_events = 0;        ///< their key was lost with a key file, and somebody said so
  std::vector<PlacesAnew> begun_anew;  ///< after a copy was put back; what stood there was destroyed, and is not here
  std::vector<Finding> findings;
  std::int64_t absent_keys = 0;     ///< of the findings: this key file is of an earlier day, or a key is not in it
  std::string code;                 ///< of the last checkpoint; empty when there is none yet
  Time checked_at{};                ///< when it was made
  std::int64_t younger_events = 0;  ///< after it: these the chain of their stream alone vouches for
  /// Streams whose key is in the key file and of which there is nothing else. Begun and then not written (a kill, a
  /// full disk), or taken away whole before a checkpoint knew of it: which of both, nothing can say.
  std::vector<std::string> keys_alone;
  /// What an earlier end had left half done (an erasure that was said and whose key was still there), and this opening
  /// finished.
  std::vector<text::Message> finished;
};

/// What accepting a key file came to.
struct AcceptedKeys {
  bool older = false;                   ///< it was older than the store
  std::vector<std::string> begun_anew;  ///< streams
  std::vector<std::string> lost;        ///< streams that cannot be read any more
};

struct Info {
  std::string path;
  std::string keys_path;
  std::int64_t streams = 0;
  std::int64_t events = 0;
  std::int64_t commands = 0;
  std::int64_t bytes = 0;  ///< database and WAL on disk
  int schema = 0;          ///< format of the store
};

/// The key of a stream, or of a person in it, is not in the key file and was not erased: nothing of it can be read
/// until a key file that has it is put back. The rest of the store can.
class KeyMissing : public text::SaidFault {
 public:
  explicit KeyMissing(text::Message said) : SaidFault(Kind::store, std::move(said)) {}
};

/// The append-only event store (DESIGN 5). Streams are named "case/…", "access/…" (who looked at that case), "team/…",
/// "meeting/…". No transaction spans a
/// reader's view of two streams, and no SQLite type is visible, so that a server database can stand beside it.
/// Every function throws Fault(store) when disk, database or key file fail; what was acknowledged before stays.
/// One thread at a time; several processes may have the same store open.
class Store {
 public:
  virtual ~Store() = default;

  /// Appends all events or none, in one durable transaction, after event number `expected` (0: a new stream).
  /// `command_id` is remembered with the answer, and a command that was done before gets that answer whatever it
  /// expects (an empty id is not remembered). `index`, when given, replaces the stream's line in the index. `content`
  /// is a digest of what was asked, given back by the receipt, so that the caller can tell the same command from
  /// another under the same id. Faults when the key of the stream, or of a person in `secrets`, was erased.
  virtual Outcome<Receipt, Conflict> append(std::string_view stream, std::int64_t expected, std::string_view command_id,
                                            std::vector<NewEvent> events, const IndexRow* index,
                                            std::int64_t content = 0) = 0;

  /// What this command came to, if it was done before.
  virtual std::optional<Receipt> receipt(std::string_view command_id) = 0;

  /// Events with a number above `after`, in order.
  virtual std::vector<StoredEvent> read(std::string_view stream, std::int64_t after = 0) = 0;

  /// What was kept last of a stream: by this same program, of these same events, and with nothing destroyed in the
  /// stream since. Nothing otherwise, and then reading the events does as well, in more time. Not inside `together`.
  virtual std::optional<Snapshot> snapshot(std::string_view stream) = 0;

  /// Keeps one, where this store has a place for it; that it could not be kept is nothing to tell. What it was made of
  /// must be what `read` gives, with no event in it that is destroyed.
  virtual void keep_snapshot(std::string_view stream, const Snapshot& it) = 0;

  /// Number of the last event; 0 for a stream that does not exist.
  virtual std::int64_t head(std::string_view stream) = 0;

  /// Streams whose name starts with `prefix`, by name.
  virtual std::vector<std::string> streams(std::string_view prefix) = 0;

  /// Place of the last event of all streams: it moves when anybody appends, whichever program. It costs little, and is
  /// also how to ask whether the store answers.
  virtual std::int64_t position() = 0;

  /// Connections to a database server that were lost and made again since this was opened.
  virtual std::int64_t reconnects() const { return 0; }

  /// For a server that shows this store, once and then now and again: from here on it is the only one that does, over
  /// all machines, until this is gone. Only a database can tell that (of a file it is told by a file beside it). Throws
  /// Fault(store), which names the other, when another has it; nothing more is written here then.
  virtual void serve_alone() {}

  virtual std::vector<IndexRow> list(const IndexQuery& query) = 0;

  /// Empties the index; the caller then gives every stream its line again with `put_index`.
  virtual void clear_index() = 0;
  /// Of an erased stream no summary is kept. Faults for a stream that does not exist.
  virtual void put_index(const IndexRow& row) = 0;

  /// Destroys the key of a stream, or of one person in it. What was sealed with it can never be read again, here or in
  /// a backup; the digest chain still verifies. Append what is to be said about it first: an erased stream takes
  /// nothing more. Empties the summary in the index. Nothing happens for what has no key. Inside `together` it holds at
  /// once, and is durable with the group. That it is erased is written first, in the log, and holds from then on; the
  /// keys are wiped after that, and when that fails it is done at the next erasure or opening (see `unfinished`).
  virtual void erase_keys(std::string_view stream) = 0;
  virtual void erase_person(std::string_view stream, std::string_view person) = 0;

  /// Destroys the key of one event, in the same way: its payload is gone for good, in every older copy of the database
  /// too, and its number, type and moment stay. Empties the summary in the index, which may repeat it; give the stream
  /// a new line. Nothing happens for an event that is not there, or is gone already.
  /// `left` is what a reader of such a copy is given in its place, the names in it for as long as the keys of their
  /// persons last; of an event that is gone already, instead of what was left of it.
  virtual void destroy_event(std::string_view stream, std::int64_t number, const std::optional<Husk>& left = {}) = 0;

  /// Why the keys of what was erased could not be wiped yet; empty when all are. What was erased counts as erased all
  /// the same.
  virtual text::Message unfinished() = 0;

  /// Groups the appends inside `work` in one durable transaction: all acknowledged together when this returns. When
  /// `work` throws, none of them happened; nor when an append inside faulted and `work` caught it: then this throws.
  /// A conflict inside is an answer like any other. A group inside a group belongs to the outer one.
  virtual void together(const std::function<void()>& work) = 0;

  /// The same for many appends. What is `coming` is asked of the disk at once, and what is appended is sealed and
  /// written by a second thread while `work` goes on to the next; what else `work` asks waits for that. Whatever it is
  /// told inside is the same, but for a fault of the writing: that may be thrown by a later call, or at the end. What
  /// is not in `coming` takes more time and nothing else.
  virtual void together(const Coming& coming, const std::function<void()>& work) = 0;

  /// Whether something was written, and no checkpoint made on the day of `now`.
  virtual bool checkpoint_due(Time now) = 0;

  /// Makes one (checkpoint.hpp) when something was written since the last, or gives that. Kept in the log and in the
  /// vault. Not inside `together`.
  virtual Checkpoint checkpoint(Time now) = 0;

  /// All that were made, oldest first.
  virtual std::vector<Checkpoint> checkpoints() = 0;

  /// Proves the store against the code of a checkpoint that was kept elsewhere, on paper: what that checkpoint covered
  /// is here, unchanged. Not a finding: what came after.
  virtual std::vector<Finding> verify_against(std::string_view code) = 0;

  /// A whole copy of this moment in a new file, while others go on writing; a checkpoint is made first. The keys are
  /// not in it. The file is whole or not there.
  virtual Checkpoint backup(const std::string& file, Time now) = 0;

  /// After a backup was put back on purpose: from now on the vault vouches for what is in the database, and no longer
  /// for what came after it. What was erased since stays erased.
  /// Where a number after its end was destroyed since, its place begins anew, so that every stream can go on; what was
  /// destroyed opens with no key that is there now. Not inside `together`.
  virtual AcceptedBackup accept_backup(Time now) = 0;

  /// How many places of a stream began anew in a copy that was put back: so many events stood there before, at least,
  /// that are not here.
  virtual std::int64_t places_anew(std::string_view stream) = 0;

  /// How it shows that the key file is older than the store (technical, English); empty when it does not. Until the
  /// newest one is put back, or this one accepted, what it has keys for can be read, and every append faults.
  virtual std::string older_keys() = 0;

  /// An older key file was put back on purpose, and no newer one is left: from now on it counts. Streams whose name
  /// begins with `begun_anew` go on with keys of their own; what cannot be read in them is listed as lost. Not inside
  /// `together`.
  virtual AcceptedKeys accept_keys(std::string_view begun_anew, Time now) = 0;

  virtual Verification verify() = 0;
  virtual Info info() = 0;

  /// 32 hexadecimal digits that stand for a name where this store is not: the same each time, others in every other
  /// store, and without the keys nobody can tell of what.
  virtual std::string pseudonym(std::string_view name) = 0;
};

/// What a store is for. It is written into the store when it is made and never changes, so that made-up cases of a
/// training can never come among real ones.
enum class Purpose { cases, training };

struct Options {
  std::string path;    ///< database file, or an address (address.hpp)
  bool create = true;  ///< make a new store where there is none
  Purpose purpose = Purpose::cases;
  std::string keys{};  ///< the key file, mode 0600; empty: beside the database file, in "<path>.keys"
  /// Asked when the key file is locked (locked_keys.hpp): gives the key that opens it, or throws.
  std::function<std::string(const std::string& keys_path)> unlock{};
};

/// Where the keys of a store lie.
std::string keys_path_of(const Options& options);

/// The store is there, and for another purpose than it was opened for. Nothing was written.
class OtherPurpose : public Fault {
 public:
  OtherPurpose(const std::string& path, Purpose is);

  Purpose is;
};

/// Opens (or makes) the SQLite store: WAL, synchronous=FULL. Throws Fault(store) naming the file and the remedy, and
/// OtherPurpose for a store that is for something else.
std::unique_ptr<Store> open_sqlite(const Options& options);

/// Opens (or makes) the store of one team in a PostgreSQL database whose tables were prepared (postgres/schema.hpp).
/// The key file is here, and named. Throws DatabaseFault when the server is away, and as `open_sqlite` otherwise.
std::unique_ptr<Store> open_postgres(const Options& options);

/// For who keeps the database, as the role of the address, which is to own the tables: makes them where there are none,
/// and lets `role`, which owns nothing of it, work in the team of the address.
void prepare_postgres(const std::string& address, const std::string& role);

/// The format of the tables in a database that this program makes and knows.
inline constexpr int kDatabaseFormat = 3;

/// For the same: brings the tables to the format of this program, while others work. The format that they were of.
int migrate_postgres(const std::string& address);

/// A team in a database, as far as it can be told without its keys.
struct TeamInDatabase {
  std::string name;    ///< as in the address
  bool begun = false;  ///< there is a store in it
  std::int64_t in_work = 0;
  std::int64_t closed = 0;  ///< cases that are kept; not those that were erased
};
/// Those in which the role of the address may work, by name. Whoever tells it hides small counts.
std::vector<TeamInDatabase> teams_in_database(const std::string& address);

/// Which team of which database it is, as the database says of itself: the same by whatever name its server is reached,
/// and another for every other team, database and server. By the number that the server got when it was made; where the
/// role may not ask for that, by the id that the store of the team got, and empty when nobody began it yet. Waits
/// shortly. Throws DatabaseFault when the server is away, and Fault(store) when it says no.
std::string identity_in_database(const std::string& address);

/// The one or the other, by what `path` is. NoStore when there is none, and none is to be made.
std::unique_ptr<Store> open_store(const Options& options);

/// A backup in a file: what it holds, and when.
struct BackupSeen {
  Time at{};  ///< of its checkpoint
  std::int64_t events = 0;
  std::string code;  ///< of its checkpoint
};
/// Nothing when there is no backup of the store to which these keys belong: another file, or one of another store.
std::optional<BackupSeen> backup_in(const std::string& file, const std::string& keys_path);

/// The same contract without a disk, for tests, dry runs and training. Keeps clear text in memory only.
std::unique_ptr<Store> open_memory();

}  // namespace casus::store

// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <vector>

/// Where things lie on this machine when nobody says otherwise.
namespace casus::desk {

/// $CASUS_STORE (a path, or the address of a team in a database), else casus/casus.db in the user's data folder.
std::string default_store();

/// $CASUS_KEYS: the key file of the usual store; empty when it lies beside it. Of no other store: each has keys of its
/// own.
std::string default_keys();

/// " --store PATH --keys FILE" as a line names them that works from another folder; nothing of what that line would
/// find by itself. `usual`: the store that is meant where none is named.
std::string store_as_typed(const std::string& store, const std::string& keys, const std::string& usual);

/// Where the keys of a store lie: in the file that was named, else beside the store. Those of a store in a database lie
/// in casus/ in the user's data folder, by the name of its server and its team: never with it.
std::string keys_of(const std::string& store, const std::string& named);

/// False for what is meant as the address of a database and is none, or has a password in it, which everybody on the
/// machine can see.
bool may_be_store(const std::string& store);

/// Meant as the address of a database, or of another program, with what may be a password in it: not to be shown.
bool holds_password(const std::string& store);

/// False for a file that is not there. Of a store in a database only opening it tells.
bool may_be_there(const std::string& store);

/// The same for two names of one store, or of one other file: a file that is there is itself through every link to it,
/// and a team in a database is that team however its address is written (store::place_in_database).
std::string real_place_of(const std::string& store);

/// Which database a store lies in, by its address, whatever the team; empty for a file.
std::string database_named_by(const std::string& store);

/// What a database says of itself and the team (store::identity_in_database); nothing for a file, nor of one that does
/// not answer.
std::optional<std::string> told_by_database(const std::string& store);

/// Whether two names are of one store: by where it really lies, and of two in a database also by what those say.
bool is_same_store(const std::string& one, const std::string& other);

/// What small files that belong to a store are named after (store/address.hpp): its sign-ins, its trainings, its
/// certificate.
std::string stem_of(const std::string& store, const std::string& named_keys);

/// $CASUS_TRAINING_STORE, else casus/training.db in the user's data folder: apart from the cases, always.
std::string default_training_store();

/// $XDG_DATA_HOME, else ~/.local/share, else the folder where the program is run.
std::string data_folder();

/// Where methods are looked for: those that ship with the program, then the folders of $CASUS_PLUGINS (separated by
/// colons), then casus/plugins in the user's data folder. A folder adds, and never takes away what ships; of an
/// installed method the file in a folder of $CASUS_PLUGINS goes before.
std::vector<std::string> plugin_folders();

/// The first of those: what ships. It lies beside the folder of this program, or in lib/casus there.
std::string shipped_plugins();

/// The last of those: what was installed.
std::string own_plugins();

/// casus/trusted.json in the user's data folder: the libraries that may run inside this program.
std::string trust_file();

/// casus/methods.json in the user's data folder: whose methods may be installed, and what was.
std::string installed_file();

/// casus/method.key there, and beside it method.pub: with what a method that is packed here is signed.
std::string signing_key_file();
std::string public_key_file();

/// As plugin_folders, for workflows: with $CASUS_WORKFLOWS and casus/workflows.
std::vector<std::string> workflow_folders();

/// Scenarios to play: the folder `scenarios` in each of those, then casus/scenarios in the user's data folder.
std::vector<std::string> scenario_folders();

/// The last of those: for one's own.
std::string own_scenarios();

/// The folder `learning` in each of those: what a team learns by. A team puts its own in a folder of its own.
std::vector<std::string> instrument_folders();

/// An environment variable; empty when it is not set.
std::string environment(const char* name);

}  // namespace casus::desk

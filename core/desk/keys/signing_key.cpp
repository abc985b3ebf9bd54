// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/keys/signing_key.hpp"

#include "core/base/files/definition_file.hpp"
#include "core/desk/keys/trust.hpp"
#include "core/desk/places.hpp"
#include "core/store/files/files.hpp"
#include "core/store/files/output_file.hpp"
#include "core/text/message.hpp"

namespace casus::desk {
namespace {

using text::msg;

void keep(const store::SigningKey& key, std::string_view passphrase) {
  store::make_folder_of(signing_key_file());
  store::write_output({signing_key_file(), true}, store::secret_key_file(key, passphrase));
  store::write_output({public_key_file(), true}, store::public_key_file(key.public_key()));
}

}  // namespace

std::optional<store::PublicKey> own_public_key() {
  const auto file = public_key_file();
  if (!is_ours(file) || !store::file_exists(signing_key_file())) return std::nullopt;
  const auto bytes = read_definition(file);
  return bytes ? store::public_key_from(*bytes) : std::nullopt;
}

store::SigningKey own_signing_key(Desk& desk) {
  const auto file = signing_key_file();
  if (!store::file_exists(file)) {
    // Else it would lie wherever this was typed, beside what is sent to others.
    if (environment("XDG_DATA_HOME").empty() && environment("HOME").empty())
      throw Usage{desk.voice().say(msg("method.key.no_home"))};
    auto key = store::SigningKey::random();
    keep(key, {});
    return key;
  }
  store::require_private(file, msg("fault.the_signing_key"));
  const auto bytes = read_definition(file);
  if (!bytes) throw Usage{desk.voice().say(msg("method.key.no_key", "file"_is = file))};
  auto key = store::secret_key_from(*bytes, {});
  if (!key && key.error() == store::NoKey::locked)
    key = store::secret_key_from(*bytes, desk.passphrase(Desk::Wanted::known));
  if (key) return *key;
  throw Usage{desk.voice().say(key.error() == store::NoKey::wrong_passphrase
                                   ? msg("store.passphrase.wrong", "file"_is = file)
                                   : msg("method.key.no_key", "file"_is = file))};
}

store::SigningKey locked_signing_key(Desk& desk) {
  auto key = own_signing_key(desk);
  keep(key, desk.passphrase(Desk::Wanted::chosen));
  return key;
}

}  // namespace casus::desk

// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/plugin/catalogue.hpp"

#include <string>
#include <vector>

/// Which libraries run inside this program, with all that it may do; all others run in a process of their own.
namespace casus::desk {

/// A library that whoever looks after this machine trusts, by its content: another content is another library.
struct Trusted {
  std::string hash;  ///< 64 hexadecimal digits, BLAKE2b-256
  std::string file;  ///< where it lay when it was trusted
  std::string by;
  std::string at;  ///< day
};

/// Whether nobody but the owner of this process, and root, can have written it.
bool is_ours(const std::string& path);

/// What the file says. Nothing for a file that is not there, is not ours alone (another owner, or others may write in
/// it), or is damaged: then nothing is trusted.
std::vector<Trusted> trusted_in(const std::string& file);
/// Throws Fault(store).
void write_trusted(const std::string& file, const std::vector<Trusted>& trusted);

/// Of the bytes in the file; empty when it cannot be read.
std::string library_hash(const std::string& library);

/// A library inside `shipped` may, and one with a trusted content. Neither when somebody else than the owner of this
/// process (or root) owns the file, or others may write in it.
plugin::Inside may_run_inside(const std::string& shipped, const std::string& trust_file);

}  // namespace casus::desk

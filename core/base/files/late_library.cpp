// SPDX-License-Identifier: EUPL-1.2
#include "core/base/files/late_library.hpp"

#include "core/base/fault.hpp"

#include <fmt/format.h>

#include <dlfcn.h>

namespace casus {

LateLibrary::LateLibrary(const char* name) : name_(name), handle_(::dlopen(name, RTLD_NOW | RTLD_LOCAL)) {
  if (handle_ == nullptr)
    throw Fault(Fault::Kind::store,
                fmt::format("the library '{}' cannot be opened; install it: {}", name_, ::dlerror()));
}

LateLibrary::Found LateLibrary::found(const char* called) const {
  auto* const at = ::dlsym(handle_, called);
  if (at == nullptr)
    throw Fault(Fault::Kind::store, fmt::format("the library '{}' has no '{}': it is another version", name_, called));
  return Found(at);
}

}  // namespace casus

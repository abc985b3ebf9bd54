// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

namespace casus {

/// A shared library of the system that few commands need, opened the first time that one does: linked as others are, it
/// would cost each start of the program. It stays open until the program ends.
class LateLibrary {
 public:
  /// By its name with the version that the headers are of, such as "libical.so.3". Throws Fault(store), with what is to
  /// be installed, when it cannot be opened.
  explicit LateLibrary(const char* name);

  LateLibrary(const LateLibrary&) = delete;
  LateLibrary& operator=(const LateLibrary&) = delete;

  /// What a name stands for; becomes the function that it is stored as: `decltype(magic_open)* open =
  /// found("magic_open")`.
  class Found {
   public:
    explicit Found(void* at) : at_(at) {}

    template <class Function>
    operator Function*() const {
      return reinterpret_cast<Function*>(at_);
    }

   private:
    void* at_;
  };

  /// Throws as above.
  Found found(const char* called) const;

 private:
  std::string name_;
  void* handle_;
};

}  // namespace casus

// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <string>
#include <string_view>

/// Shutting a helper process in, before any code of the plugin runs.
namespace casus::plugin {

/// How well a helper is shut in.
enum class Shut {
  whole,   ///< bounds on memory, time and files of its own; no file, network, process, clock of others or signal
  bounds,  ///< this system has no filter for calls: bounds on memory, time and written files, nothing more
};

/// Bounds on what this process may use: 1 GB of memory, half a minute of processor time in all, no file written, no
/// core. Open files but the socket and the lifeline behind it are closed. Under a sanitizer memory is not bounded: it
/// maps more than any machine has. When the other end of the lifeline is closed the kernel kills this process, also one
/// that is stopped or waits for ever: whoever asked may have been killed, and nothing of a plugin goes on after that.
void bound(int socket, int lifeline);

/// From here on this process can do nothing but compute, speak over `socket` and end. Everything else that the kernel
/// offers ends it, after `Word::barred` with the number of the call was said. The one exception is opening `library`
/// once, until `loaded` is called: the file is opened here beforehand, so no name is followed afterwards. The lifeline
/// cannot be closed.
Shut shut_in(int socket, int lifeline, const std::string& library);
/// The library is loaded: from here on nothing is opened.
void loaded();

/// "openat" for its number, as this machine counts; the number itself when it has no name.
std::string name_of_call(int number);

}  // namespace casus::plugin

// SPDX-License-Identifier: EUPL-1.2
#include "core/store/memory/memory_log.hpp"
#include "core/store/memory/memory_vault.hpp"
#include "core/store/sealed/sealed_store.hpp"

namespace casus::store {

std::unique_ptr<Store> open_memory() {
  return std::make_unique<SealedStore>(std::make_unique<MemoryLog>(), std::make_unique<MemoryVault>());
}

}  // namespace casus::store

#pragma once

namespace motcua::journal {

/// What one Argon2id derivation costs. Kept with every slot, so it can be raised without locking anyone out.
struct KeyCost {
    int passes = 3;
    int kibibytes = 64 * 1024;
    int lanes = 2;
};

}

#pragma once

#include <QString>

#include <vector>

namespace motcua::counter {

/// A ground on which intake is refused, in the words and with the legal basis that form 03 carries (legal text: Vietnamese only).
struct RefusalGround {
    QString id; ///< "erased", "damaged", "secret", "unlawful-content", "not-legalised", "private-paper", …
    QString text;
    QString basis; ///< "khoản 1 Điều 22 Nghị định 23/2015/NĐ-CP"
};

/// Originals that must not be used for a certified copy: NĐ 23/2015/NĐ-CP, Điều 22, items 1–6 in order.
const std::vector<RefusalGround>& groundsAgainstCopy();
/// Grounds that hold for every procedure (Nghị định 118/2025/NĐ-CP): out of authority, papers not complete, forged.
const std::vector<RefusalGround>& generalGrounds();

}

#pragma once

#include "app/domain/Signer.h"

#include <QStringList>

namespace motcua::domain {

// How a signature's capacity and title are written (NĐ 30/2020/NĐ-CP, Phụ lục I).

/// What stands above the title, a line each: the signer's authority; for a deputy whose authority does not say for whom, also "KT." and whom:
/// PHÓ CHỦ TỊCH → "KT. CHỦ TỊCH", below a collective "TM. ỦY BAN NHÂN DÂN". Nothing for a head without an authority.
QStringList capacityOf(const Signer& signer);

/// As a register's column has it: "Trần Văn Minh, KT. Chủ tịch, Phó Chủ tịch". A collective authority (TM.) is the seal's affair.
QString signerInBook(const Signer& signer);

}

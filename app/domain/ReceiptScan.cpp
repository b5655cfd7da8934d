#include "app/domain/ReceiptScan.h"

#include "app/domain/PaperCode.h"
#include "app/domain/ReaderMends.h"

#include <algorithm>
#include <vector>

namespace motcua::domain {

namespace {

/// A further kind of code is one more line here.
std::optional<ReceiptScan> asSent(const QString& text) {
    if (const auto code = DossierCode::parse(text))
        return ReceiptScan{*code};
    if (const DossierId id = dossierIn(text); !id.isNull())
        return ReceiptScan{id};
    return std::nullopt;
}

}

std::optional<ReceiptScan> ReceiptScan::parse(const QString& text) {
    const QString sent = asRead(text);
    if (auto read = asSent(sent))
        return read;
    std::vector<ReceiptScan> readings;
    for (const QString& mended : mends(sent) + layoutGuesses(sent))
        if (auto read = asSent(mended))
            readings.push_back(std::move(*read));
    return readings.size() == 1 ? std::optional(std::move(readings.front())) : std::nullopt;
}

}

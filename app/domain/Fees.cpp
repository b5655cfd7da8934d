#include "app/domain/Fees.h"

namespace motcua::domain {

namespace {

constexpr qint64 firstPagesPrice = 2'000;
constexpr qint64 furtherPagesPrice = 1'000;
constexpr qint64 firstPages = 2;
constexpr qint64 copyCap = 200'000;
constexpr qint64 largestAmount = 1'000'000'000'000;

}

qint64 certifiedCopyFee(int pages) {
    const qint64 first = qMax<qint64>(0, qMin<qint64>(pages, firstPages));
    const qint64 further = qMax<qint64>(0, pages - firstPages);
    return qMin(first * firstPagesPrice + further * furtherPagesPrice, copyCap);
}

FeeLine certifiedCopyLine(const CertifiedCopy& copy) {
    const qint64 each = certifiedCopyFee(copy.pages);
    return {QStringLiteral("Phí chứng thực bản sao từ bản chính"), each, copy.copies, each * copy.copies, {}};
}

std::vector<FeeLine> feeLines(const Procedure& procedure, const std::optional<CertifiedCopy>& copy, int quantity) {
    switch (procedure.feeRule) {
    case FeeRule::CertifiedCopy:
        if (copy)
            return {certifiedCopyLine(*copy)};
        break;
    case FeeRule::PerCase:
    case FeeRule::PerCopy: {
        const QString name = procedure.version.field == QStringLiteral("Chứng thực") ? QStringLiteral("Phí chứng thực") : QStringLiteral("Lệ phí");
        return {{name, procedure.feeAmount, quantity, procedure.feeAmount * quantity, {}}};
    }
    case FeeRule::None:
    case FeeRule::Free:
    case FeeRule::SetByProvince:
        break;
    }
    return {};
}

base::Outcome checkFeeLine(const FeeLine& line) {
    if (line.name.trimmed().isEmpty())
        return base::fail(QStringLiteral("fee.no-name"));
    const bool inRange = line.unitPrice >= 0 && line.unitPrice <= largestAmount && line.quantity >= 0 && line.quantity <= 100'000;
    const bool exempt = line.amount == 0 && !line.exemption.trimmed().isEmpty();
    if (!inRange || (!exempt && line.amount != line.unitPrice * line.quantity))
        return base::fail(QStringLiteral("fee.wrong-amount"), {{QStringLiteral("name"), line.name}});
    return base::done();
}

}

#include "app/domain/jobs/JobFees.h"

#include "app/domain/Limits.h"

#include <algorithm>

namespace motcua::domain {

namespace {

/// What a fact counts; 1 where the rule counts nothing.
qint64 counted(const QString& fact, const QJsonObject& facts) {
    return fact.isEmpty() ? 1 : qBound<qint64>(0, facts.value(fact).toInteger(), limits::mostQuantity);
}

std::vector<FeeLine> line(const QString& name, qint64 price, qint64 quantity) {
    const qint64 counted = qBound<qint64>(0, quantity, limits::mostQuantity);
    const qint64 bounded = qBound<qint64>(0, price, limits::largestAmount);
    return {{name, bounded, static_cast<int>(counted), bounded * counted, {}}};
}

QString nameOf(const JobFee& fee, const Procedure& procedure) {
    if (!fee.name.isEmpty())
        return fee.name;
    if (procedure.version.field != QStringLiteral("Chứng thực"))
        return QStringLiteral("Lệ phí");
    if (!procedure.version.name.contains(QStringLiteral("chữ ký"), Qt::CaseInsensitive))
        return QStringLiteral("Phí chứng thực");
    return procedure.version.name.contains(QStringLiteral("người dịch"), Qt::CaseInsensitive) ? QStringLiteral("Phí chứng thực chữ ký người dịch")
                                                                                              : QStringLiteral("Phí chứng thực chữ ký");
}

bool byCatalogue(const JobFee& fee) {
    return fee.rule.isEmpty() || fee.rule == QLatin1String("catalogue");
}

}

qint64 pricePerCopy(const JobFee& fee, qint64 pages) {
    qint64 price = 0;
    qint64 done = 0;
    for (const FeeStep& step : fee.steps) {
        const qint64 until = step.upTo > 0 ? qMin<qint64>(pages, step.upTo) : pages;
        price += qMax<qint64>(0, until - done) * step.price;
        done = qMax(done, until);
    }
    return fee.cap > 0 ? qMin(price, fee.cap) : price;
}

std::vector<FeeLine> feeLines(const JobKind& job, const Procedure& procedure, const QJsonObject& facts) {
    const JobFee& fee = job.fee;
    if (fee.rule == QLatin1String("per-page"))
        return line(nameOf(fee, procedure), pricePerCopy(fee, counted(fee.pages, facts)), counted(fee.copies, facts));
    if (fee.rule == QLatin1String("per-case"))
        return line(nameOf(fee, procedure), fee.amount, 1);
    const bool counts = procedure.feeRule == FeeRule::PerCase || procedure.feeRule == FeeRule::PerCopy;
    if (fee.rule == QLatin1String("per-copy") && (fee.amount > 0 || counts))
        return line(nameOf(fee, procedure), fee.amount > 0 ? fee.amount : procedure.feeAmount,
            qMin(counted(fee.copies, facts) * counted(fee.events, facts), limits::mostQuantity));
    if (byCatalogue(fee) && counts)
        return line(nameOf(fee, procedure), procedure.feeAmount, 1);
    return {};
}

std::vector<FeeLine> feesApart(const JobKind& job, const QJsonObject& facts, const UnitSettings& settings) {
    std::vector<FeeLine> lines;
    for (const FeeMore& more : job.fee.more) {
        const qint64 quantity = counted(more.counts, facts);
        const qint64 price = more.price.isString() ? settings.photocopyPrice.value_or(0) : more.price.toInteger();
        if (quantity > 0 && price > 0)
            lines.push_back(line(more.name, more.most > 0 ? qMin(price, more.most) : price, quantity).front());
    }
    return lines;
}

bool isChargedApart(const JobKind& job, const FeeLine& line) {
    return std::any_of(job.fee.more.begin(), job.fee.more.end(), [&](const FeeMore& more) { return more.name == line.name; });
}

bool isExemption(const JobKind& job, const QString& words) {
    const std::vector<LegalGround>& grounds = job.fee.exemptions;
    return grounds.empty() || std::any_of(grounds.begin(), grounds.end(), [&](const LegalGround& ground) { return ground.words == words; });
}

bool isFeeTyped(const JobKind& job, const Procedure& procedure) {
    const bool unknown = procedure.feeRule == FeeRule::SetByProvince || procedure.feeRule == FeeRule::None;
    const bool asksRow = byCatalogue(job.fee) || (job.fee.rule == QLatin1String("per-copy") && job.fee.amount == 0);
    return asksRow && unknown;
}

}

#include "app/counter/PaperList.h"
#include "app/counter/PaperWords.h"
#include "app/counter/PersonValues.h"
#include "app/counter/PrintValues.h"
#include "app/domain/Money.h"
#include "app/domain/NumberWords.h"
#include "app/domain/OfficeName.h"
#include "app/domain/PersonName.h"

#include <algorithm>

// The blocks of what may be said of several dossiers in one: the receipt of a visit, and the fee that was taken.

namespace motcua::counter {

using domain::Dossier;

namespace {

QString methodName(domain::PaymentMethod method) {
    switch (method) {
    case domain::PaymentMethod::Cash:
        return QStringLiteral("Tiền mặt");
    case domain::PaymentMethod::Transfer:
        return QStringLiteral("Chuyển khoản");
    case domain::PaymentMethod::Portal:
        break;
    }
    return QStringLiteral("Trực tuyến qua Cổng Dịch vụ công quốc gia");
}

/// The others that were paid with this slip, each as it stood then, and how much.
std::vector<std::pair<Dossier, qint64>> sharing(const Dossier& first, const domain::FeeCollected& fee, const std::vector<PaperOfVisit>& visit) {
    std::vector<std::pair<Dossier, qint64>> others;
    for (const PaperOfVisit& other : visit)
        for (const domain::Event& event : other.history)
            if (const auto* paid = std::get_if<domain::FeeCollected>(&event.body);
                paid && paid->slipOf == first.id && paid->slipNumber == fee.slipNumber)
                others.emplace_back(asOf(event, other.history), paid->amount);
    return others;
}

QString codesOf(const Dossier& first, size_t others) {
    return others == 0 ? first.code : QStringLiteral("%1 và %2 hồ sơ cùng lượt").arg(first.code).arg(others);
}

/// "Tên bản chính: Giấy khai sinh; Số bản: 2"
QString detailsInLine(const QJsonArray& details) {
    QStringList said;
    for (const QJsonValue& detail : details)
        said << detail[QLatin1String("name")].toString() + QStringLiteral(": ") + detail[QLatin1String("value")].toString();
    return said.join(QStringLiteral("; "));
}

/// "Giấy khai sinh (bản chính, 01)"
QString papersInLine(const QJsonArray& papers) {
    QStringList said;
    for (const QJsonValue& paper : papers)
        said << QStringLiteral("%1 (%2, %3)")
                    .arg(paper[QLatin1String("name")].toString(), paper[QLatin1String("kind")].toString().toLower())
                    .arg(paper[QLatin1String("quantity")].toInt(), 2, 10, QLatin1Char('0'));
    return said.join(QStringLiteral("; "));
}

/// Of all of them: what is taken, and how much of it was paid.
QJsonObject feeOfAll(const std::vector<const Dossier*>& all) {
    Dossier sum;
    domain::FeeLine line;
    bool due = false;
    for (const Dossier* each : all) {
        line.amount += each->feeTotal();
        sum.collected += each->collected;
        due = due || each->money == domain::MoneyState::Due;
        for (const domain::FeeLine& exempt : each->fees)
            if (line.exemption.isEmpty())
                line.exemption = exempt.exemption;
    }
    sum.fees = {line};
    sum.money = line.amount == 0 ? domain::MoneyState::Nothing : due ? domain::MoneyState::Due : domain::MoneyState::Paid;
    return feeOf(sum);
}

}

/// Form 01 for all papers of a visit; who asks and when is what the first says.
base::Result<QJsonObject> PrintValues::visit(const Subject& subject) const {
    std::vector<const Dossier*> all;
    Replaced replaced;
    const auto kindOf = [this](const Dossier& dossier) { return m_desk.jobs().find(dossier.job.kind, dossier.job.version); };
    for (const PaperOfVisit& each : subject.visit) {
        all.push_back(&each.dossier);
        replaced.add(each.history, subject.form, kindOf(each.dossier));
    }
    if (all.empty()) {
        all.push_back(&subject.dossier);
        replaced.add(subject.history, subject.form, kindOf(subject.dossier));
    }
    const Dossier& first = *all.front();
    if (first.code.isEmpty())
        return base::fail(QStringLiteral("print.nothing-to-say"));
    QJsonObject values = merged(merged(head(first.received), person(first.applicant)), feeOfAll(all));
    QJsonArray matters;
    for (const Dossier* each : all) {
        const bool isSame = each->applicant.name == first.applicant.name && each->applicant.personalId == first.applicant.personalId;
        matters.append(QJsonObject{{QStringLiteral("code"), each->code}, {QStringLiteral("procedure"), each->procedure.name},
            {QStringLiteral("procedureCode"), each->procedure.code}, {QStringLiteral("details"), detailsInLine(details(*each))},
            {QStringLiteral("papers"), papersInLine(paperList(*each))}, {QStringLiteral("applicant"), isSame ? QString() : each->applicant.name},
            {QStringLiteral("timeLimit"), timeLimit(*each)}, {QStringLiteral("fee"), feeOf(*each)[QLatin1String("fee")]},
            {QStringLiteral("dueAt"), dueSaid(*each)}});
    }
    insertUnlessEmpty(values, "replaces", replaced.words());
    values.insert(QStringLiteral("number"), serialOf(first.code) + QLatin1Char('/') + m_desk.settings().suffixReceipt);
    values.insert(QStringLiteral("code"), first.code);
    values.insert(QStringLiteral("count"), QStringLiteral("%1").arg(all.size(), 2, 10, QLatin1Char('0')));
    values.insert(QStringLiteral("matters"), matters);
    values.insert(QStringLiteral("receivedAt"), moment(first.received));
    values.insert(QStringLiteral("delivery"), deliveryName(first, domain::tiedOfficeName(m_desk.settings().name)));
    values.insert(QStringLiteral("clerk"), domain::wholeName(m_desk.nameOf(first.receivedBy)));
    return values;
}

base::Result<QJsonObject> PrintValues::fee(const Subject& subject) const {
    const domain::Event* event = slipIn<domain::FeeCollected>(subject.history, subject.slip);
    if (!event)
        return base::fail(QStringLiteral("print.nothing-to-say"));
    const auto& fee = std::get<domain::FeeCollected>(event->body);
    // What was paid for, and by whom, is what stood then.
    const Dossier dossier = asOf(*event, subject.history);
    std::vector<Dossier> all{dossier};
    qint64 amount = fee.amount;
    for (const auto& [other, paid] : sharing(dossier, fee, subject.visit)) {
        all.push_back(other);
        amount += paid;
    }
    QJsonObject values = head(event->at);
    QJsonArray lines;
    QString exemption;
    qint64 collected = 0;
    for (const Dossier& each : all) {
        const QString whose = all.size() > 1 ? QStringLiteral(" (hồ sơ %1)").arg(each.code) : QString();
        for (const domain::FeeLine& line : each.fees) {
            lines.append(QJsonObject{{QStringLiteral("name"), line.name + whose}, {QStringLiteral("quantity"), QString::number(line.quantity)},
                {QStringLiteral("unitPrice"), domain::groupedNumber(line.unitPrice)},
                {QStringLiteral("amount"), domain::groupedNumber(line.amount)}});
            if (exemption.isEmpty())
                exemption = line.exemption;
        }
        collected += each.collected;
    }
    if (const qint64 before = collected - amount; before > 0)
        values.insert(QStringLiteral("paidBefore"), dong(before));
    // Before slips had a series they bore the dossier's.
    values.insert(QStringLiteral("number"), fee.slipNumber.isEmpty() || fee.slipNumber == dossier.code ? serialOf(dossier.code) : fee.slipNumber);
    values.insert(QStringLiteral("code"), codesOf(dossier, all.size() - 1));
    values = merged(std::move(values), payerValues(dossier.applicant));
    insertUnlessEmpty(values, "taxCode", m_desk.settings().taxCode);
    insertUnlessEmpty(values, "exemption", exemption);
    values.insert(QStringLiteral("lines"), lines);
    values.insert(QStringLiteral("total"), dong(amount));
    values.insert(QStringLiteral("totalInWords"), domain::amountInWords(amount, m_desk.settings()));
    values.insert(QStringLiteral("payment"), methodName(fee.method));
    values.insert(QStringLiteral("paidOnline"), fee.method == domain::PaymentMethod::Portal);
    values.insert(QStringLiteral("collector"), domain::wholeName(m_desk.nameOf(event->actor)));
    return values;
}

}

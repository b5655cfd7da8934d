#include "app/counter/PrintValues.h"

#include "app/domain/Capitals.h"
#include "app/domain/DossierCode.h"
#include "app/domain/LegalDate.h"
#include "app/domain/Money.h"
#include "app/domain/NumberWords.h"
#include "app/domain/Phone.h"

#include <QJsonArray>

namespace motcua::counter {

using domain::Dossier;

namespace {

/// "09 giờ 15 phút, ngày 23 tháng 11 năm 2026"
QString moment(const QDateTime& utc) {
    const QDateTime local = base::toVietnamTime(utc);
    return domain::legalTime(local.time()) + QStringLiteral(", ") + domain::legalDate(local.date());
}

QString dong(qint64 amount) {
    return domain::groupedNumber(amount) + QStringLiteral(" đồng");
}

QString kindName(domain::PaperKind kind) {
    switch (kind) {
    case domain::PaperKind::Original:
        return QStringLiteral("Bản chính");
    case domain::PaperKind::Copy:
        return QStringLiteral("Bản sao");
    case domain::PaperKind::Electronic:
        break;
    }
    return QStringLiteral("Bản điện tử");
}

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

/// The running number within the day, as forms and slips carry it.
QString serialOf(const QString& code) {
    const auto parsed = domain::DossierCode::parse(code);
    return parsed ? QStringLiteral("%1").arg(parsed->serial, 4, 10, QLatin1Char('0')) : code;
}

void insertUnlessEmpty(QJsonObject& values, const char* name, const QString& text) {
    if (!text.isEmpty())
        values.insert(QLatin1String(name), text);
}

template <class Body>
const domain::Event* lastOf(const std::vector<domain::Event>& history) {
    for (auto event = history.rbegin(); event != history.rend(); ++event)
        if (std::holds_alternative<Body>(event->body))
            return &*event;
    return nullptr;
}

QJsonObject merged(QJsonObject values, const QJsonObject& more) {
    for (auto it = more.begin(); it != more.end(); ++it)
        values.insert(it.key(), it.value());
    return values;
}

}

base::Result<QJsonObject> PrintValues::of(
    const QString& form, const Dossier& dossier, const std::vector<domain::Event>& history, int attestationTop) const {
    if (form == QLatin1String("form-01") && !dossier.code.isEmpty())
        return receipt(dossier);
    if (form == QLatin1String("attestation-copy"))
        return attestation(dossier, attestationTop);
    if (form == QLatin1String("form-02"))
        if (const domain::Event* event = lastOf<domain::SupplementAsked>(history))
            return supplement(dossier, std::get<domain::SupplementAsked>(event->body), *event);
    if (form == QLatin1String("form-03"))
        if (const domain::Event* event = lastOf<domain::DossierRefused>(history))
            return refusal(std::get<domain::DossierRefused>(event->body), *event);
    if (form == QLatin1String("fee-slip"))
        if (const domain::Event* event = lastOf<domain::FeeCollected>(history))
            return feeSlip(dossier, std::get<domain::FeeCollected>(event->body), *event);
    return base::fail(QStringLiteral("print.nothing-to-say"), {{QStringLiteral("form"), form}});
}

QJsonObject PrintValues::head(const QDateTime& utc) const {
    const domain::UnitSettings& unit = m_desk.settings();
    return {{QStringLiteral("parentAuthority"), unit.parentName}, {QStringLiteral("centre"), unit.name}, {QStringLiteral("place"), unit.place},
        {QStringLiteral("date"), domain::legalDate(base::toVietnamTime(utc).date())}};
}

QJsonObject PrintValues::person(const domain::Applicant& applicant) const {
    QJsonObject values{{QStringLiteral("applicant"), applicant.name}};
    insertUnlessEmpty(values, "personalNumber", applicant.personalId);
    insertUnlessEmpty(values, "address", applicant.address);
    insertUnlessEmpty(values, "phone", domain::displayedPhone(applicant.phone));
    insertUnlessEmpty(values, "email", applicant.email);
    return values;
}

QJsonObject PrintValues::receipt(const Dossier& dossier) const {
    const domain::UnitSettings& unit = m_desk.settings();
    QJsonObject values = merged(head(dossier.received), person(dossier.applicant));
    QJsonArray papers;
    for (const domain::Paper& paper : dossier.papers)
        if (paper.quantity > 0)
            papers.append(QJsonObject{
                {QStringLiteral("name"), paper.name}, {QStringLiteral("kind"), kindName(paper.kind)}, {QStringLiteral("quantity"), paper.quantity}});
    values.insert(QStringLiteral("number"), serialOf(dossier.code) + QLatin1Char('/') + unit.suffixReceipt);
    values.insert(QStringLiteral("code"), dossier.code);
    values.insert(QStringLiteral("procedure"), dossier.procedure.name);
    values.insert(QStringLiteral("procedureCode"), dossier.procedure.code);
    values.insert(QStringLiteral("papers"), papers);
    values.insert(QStringLiteral("sets"), 1);
    values.insert(QStringLiteral("timeLimit"), timeLimit(dossier.procedure));
    values.insert(QStringLiteral("receivedAt"), moment(dossier.received));
    values.insert(QStringLiteral("dueAt"), dossier.due.isValid() ? moment(dossier.due) : QStringLiteral("theo thông báo của cơ quan giải quyết"));
    if (!dossier.fees.empty()) {
        values.insert(QStringLiteral("fee"), dong(dossier.feeTotal()));
        values.insert(QStringLiteral("feeStatus"), dossier.money == domain::MoneyState::Paid     ? QStringLiteral("đã nộp")
                                                   : dossier.money == domain::MoneyState::Exempt ? QStringLiteral("được miễn")
                                                                                                 : QStringLiteral("chưa nộp"));
    }
    values.insert(QStringLiteral("delivery"), unit.name);
    values.insert(QStringLiteral("clerk"), m_desk.nameOf(dossier.receivedBy));
    return values;
}

QJsonObject PrintValues::supplement(const Dossier& dossier, const domain::SupplementAsked& ask, const domain::Event& event) const {
    const QString clerk = m_desk.nameOf(event.actor);
    QJsonObject values = merged(head(event.at), person(dossier.applicant));
    QJsonArray items;
    for (const QString& item : ask.items)
        items.append(QJsonObject{{QStringLiteral("name"), item}});
    values.insert(QStringLiteral("number"),
        ask.slipNumber.isEmpty() ? serialOf(dossier.code) + QLatin1Char('/') + m_desk.settings().suffixSupplement : ask.slipNumber);
    insertUnlessEmpty(values, "code", dossier.code);
    values.insert(QStringLiteral("procedure"), dossier.procedure.name);
    values.insert(QStringLiteral("procedureCode"), dossier.procedure.code);
    values.insert(QStringLiteral("items"), items);
    values.insert(QStringLiteral("reason"), ask.reason);
    insertUnlessEmpty(values, "legalBasis", ask.legalBasis);
    values.insert(QStringLiteral("stage"), ask.atIntake ? QStringLiteral("Khi tiếp nhận hồ sơ") : QStringLiteral("Trong quá trình giải quyết hồ sơ"));
    values.insert(QStringLiteral("contact"), contact(clerk));
    values.insert(QStringLiteral("clerk"), clerk);
    return values;
}

QJsonObject PrintValues::refusal(const domain::DossierRefused& refusal, const domain::Event& event) const {
    const QString clerk = m_desk.nameOf(event.actor);
    QJsonObject values = merged(head(event.at), person(refusal.applicant));
    values.insert(QStringLiteral("number"), refusal.slipNumber);
    values.insert(QStringLiteral("procedure"), refusal.procedure.name);
    values.insert(QStringLiteral("procedureCode"), refusal.procedure.code);
    values.insert(QStringLiteral("reasons"), QJsonArray{refusal.reason});
    insertUnlessEmpty(values, "legalBasis", refusal.legalBasis);
    values.insert(QStringLiteral("contact"), contact(clerk));
    values.insert(QStringLiteral("clerk"), clerk);
    return values;
}

base::Result<QJsonObject> PrintValues::attestation(const Dossier& dossier, int top) const {
    const domain::BookEntry* entry = dossier.liveEntry();
    if (!entry)
        return base::fail(QStringLiteral("book.no-live-entry"));
    QJsonObject values{{QStringLiteral("topMm"), top}, {QStringLiteral("number"), entry->numberLabel}, {QStringLiteral("volume"), entry->volumeLabel},
        {QStringLiteral("date"), domain::capitalised(domain::legalDate(entry->date))}, {QStringLiteral("signerTitle"), entry->signer.title},
        {QStringLiteral("signerName"), entry->signer.name}};
    insertUnlessEmpty(values, "capacity", entry->signer.authority);
    return values;
}

QJsonObject PrintValues::feeSlip(const Dossier& dossier, const domain::FeeCollected& fee, const domain::Event& event) const {
    QJsonObject values = head(event.at);
    QJsonArray lines;
    QString exemption;
    for (const domain::FeeLine& line : dossier.fees) {
        lines.append(QJsonObject{{QStringLiteral("name"), line.name}, {QStringLiteral("quantity"), QString::number(line.quantity)},
            {QStringLiteral("unitPrice"), domain::groupedNumber(line.unitPrice)}, {QStringLiteral("amount"), domain::groupedNumber(line.amount)}});
        if (exemption.isEmpty())
            exemption = line.exemption;
    }
    values.insert(QStringLiteral("number"), serialOf(dossier.code));
    values.insert(QStringLiteral("code"), dossier.code);
    values.insert(QStringLiteral("payer"), dossier.applicant.name);
    insertUnlessEmpty(values, "address", dossier.applicant.address);
    insertUnlessEmpty(values, "exemption", exemption);
    values.insert(QStringLiteral("lines"), lines);
    values.insert(QStringLiteral("total"), dong(fee.amount));
    values.insert(QStringLiteral("totalInWords"), domain::amountInWords(fee.amount, m_desk.settings()));
    values.insert(QStringLiteral("payment"), methodName(fee.method));
    values.insert(QStringLiteral("collector"), m_desk.nameOf(event.actor));
    return values;
}

QJsonObject PrintValues::ofBook(const domain::Volume& volume, const std::vector<domain::BookEntry>& entries) const {
    const domain::UnitSettings& unit = m_desk.settings();
    QJsonObject values{{QStringLiteral("parentAuthority"), unit.parentName}, {QStringLiteral("centre"), unit.name}};
    QJsonArray rows;
    int copies = 0;
    qint64 fees = 0;
    for (const domain::BookEntry& entry : entries) {
        const bool spoiled = !entry.spoiledReason.isEmpty();
        QJsonObject row{{QStringLiteral("number"), entry.numberLabel}, {QStringLiteral("date"), entry.date.toString(QStringLiteral("dd/MM/yyyy"))},
            {QStringLiteral("requester"), entry.applicant}, {QStringLiteral("document"), entry.document},
            {QStringLiteral("signer"), QStringList{entry.signer.name, entry.signer.title}.join(QStringLiteral(", "))},
            {QStringLiteral("copies"), entry.copies}, {QStringLiteral("fee"), domain::groupedNumber(entry.fee)},
            {QStringLiteral("spoiled"), spoiled}};
        insertUnlessEmpty(row, "note", entry.remark);
        if (spoiled)
            row.insert(QStringLiteral("reason"), entry.spoiledReason);
        rows.append(row);
        copies += spoiled ? 0 : entry.copies;
        fees += spoiled ? 0 : entry.fee;
    }
    values.insert(QStringLiteral("volume"), volume.label());
    values.insert(QStringLiteral("year"), QString::number(volume.year));
    values.insert(QStringLiteral("entries"), rows);
    QJsonObject closing{{QStringLiteral("total"), volume.total()}, {QStringLiteral("copies"), copies}, {QStringLiteral("fee"), dong(fees)}};
    if (volume.spoiled > 0)
        closing.insert(QStringLiteral("spoiled"), volume.spoiled);
    if (volume.closedOn.isValid()) {
        closing.insert(QStringLiteral("date"), domain::legalDate(volume.closedOn));
        closing.insert(QStringLiteral("signerTitle"), volume.closedBy.title);
        closing.insert(QStringLiteral("signerName"), volume.closedBy.name);
    }
    values.insert(QStringLiteral("closing"), QJsonArray{closing});
    return values;
}

QString PrintValues::timeLimit(const domain::ProcedureVersion& procedure) const {
    const auto days = [&procedure](const char16_t* unit) {
        return QStringLiteral("%1 ").arg(procedure.timeValue, 2, 10, QLatin1Char('0')) + QString::fromUtf16(unit);
    };
    switch (procedure.timeUnit) {
    case domain::TimeUnit::SameDay15h:
        return QStringLiteral("Trong ngày làm việc");
    case domain::TimeUnit::WorkingDay:
        return days(u"ngày làm việc");
    case domain::TimeUnit::Day:
        return days(u"ngày");
    case domain::TimeUnit::Hour:
        return days(u"giờ");
    case domain::TimeUnit::Month:
        return days(u"tháng");
    case domain::TimeUnit::Other:
        break;
    }
    const domain::Procedure* row = m_catalogue.find(procedure.code);
    return row && !row->timeNote.isEmpty() ? row->timeNote : QStringLiteral("Theo quy định");
}

QString PrintValues::contact(const QString& clerk) const {
    const QString& phone = m_desk.settings().phone;
    return phone.isEmpty() ? clerk : QStringLiteral("%1, điện thoại %2").arg(clerk, domain::displayedPhone(phone));
}

}

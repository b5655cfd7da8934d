#include "app/counter/PrintValues.h"

#include "app/counter/PaperList.h"
#include "app/counter/PaperWords.h"
#include "app/counter/PersonValues.h"
#include "app/domain/Capitals.h"
#include "app/domain/Deadline.h"
#include "app/domain/LegalDate.h"
#include "app/domain/OfficeName.h"
#include "app/domain/PaperCode.h"
#include "app/domain/PaperNeed.h"
#include "app/domain/PersonName.h"
#include "app/domain/PersonNumber.h"
#include "app/domain/Phone.h"
#include "app/domain/SigningWords.h"
#include "app/domain/jobs/FactText.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>

namespace motcua::counter {

using domain::Dossier;

namespace {

/// Words that were content and reason in one: printed once.
bool saysWhatIsAsked(const domain::SupplementAsked& ask) {
    return ask.reason.split(QLatin1Char('\n'), Qt::SkipEmptyParts) == ask.items;
}

/// What a form says that asks for the limit without asking whether there is one.
QString sayDueInstead() {
    return QStringLiteral("như thời gian trả kết quả");
}

/// Where the form numbers them itself: without the number or the mark that somebody typed before.
QString unnumbered(QString text) {
    static const QRegularExpression mark(QStringLiteral(R"(^\s*(?:\d{1,2}[.)]|[-–+•])\s+)"));
    return text.remove(mark);
}

/// Before the form's own full stop.
QString withoutStop(QString text) {
    static const QRegularExpression stops(QStringLiteral(R"([\s.;]+$)"));
    return text.remove(stops);
}

/// One by one, as the form numbers them, each with its full stop.
QJsonArray listed(const QString& reasons) {
    QJsonArray said;
    for (const QString& reason : reasons.split(QLatin1Char('\n'), Qt::SkipEmptyParts))
        if (const QString words = withoutStop(unnumbered(reason)); !words.isEmpty())
            said.append(words.back() == QLatin1Char('?') || words.back() == QLatin1Char('!') ? words : words + QLatin1Char('.'));
    return said;
}

/// "Trần Văn Hải, Giám đốc"
QString representativeWords(const domain::BodyData& body) {
    const QString title = body.representativeTitle.isEmpty() ? QString() : QStringLiteral(", ") + body.representativeTitle;
    return body.representative.isEmpty() ? QString() : body.representative + title;
}

/// ", theo: Giấy ủy quyền" of a paper, ", là con ruột" of what somebody is to the applicant.
QString groundWords(const domain::ProxyData& proxy) {
    static const QRegularExpression papers(QStringLiteral("^(giấy|văn bản|hợp đồng|quyết định|biên bản|công văn|thẻ)\\b"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    const bool isPaper = !proxy.groundNumber.isEmpty() || proxy.groundDate.isValid() || papers.match(proxy.ground).hasMatch();
    if (isPaper)
        return QStringLiteral(", theo: ") + proxy.ground;
    return QStringLiteral(", ") + proxy.ground.at(0).toLower() + proxy.ground.mid(1);
}

/// "Lê Thị Hoa, số định danh 022190001234, theo Giấy ủy quyền số 12/UQ ngày 02/11/2026"
QString proxyWords(const domain::ProxyData& proxy) {
    if (proxy.name.isEmpty())
        return {};
    QString words = proxy.name;
    if (!proxy.personalId.isEmpty())
        words += (domain::isPassportsOnly(proxy.personalId) ? QStringLiteral(", hộ chiếu ") : QStringLiteral(", số định danh ")) + proxy.personalId;
    if (!proxy.ground.isEmpty())
        words += groundWords(proxy);
    if (!proxy.groundNumber.isEmpty())
        words += QStringLiteral(" số ") + proxy.groundNumber;
    if (proxy.groundDate.isValid())
        words += QStringLiteral(" ngày ") + proxy.groundDate.toString(QStringLiteral("dd/MM/yyyy"));
    return words;
}

tl::unexpected<base::Error> nothing() {
    return base::fail(QStringLiteral("print.nothing-to-say"));
}

}

PrintValues::Block PrintValues::blockOf(const QString& name) {
    constexpr std::pair<const char*, Block> blocks[] = {{"applicant", &PrintValues::applicant}, {"facts", &PrintValues::facts},
        {"receipt", &PrintValues::receipt}, {"supplement", &PrintValues::supplement}, {"refusal", &PrintValues::refusal},
        {"entry", &PrintValues::entry}, {"fee", &PrintValues::fee}, {"parties", &PrintValues::parties}, {"attestation", &PrintValues::attestation},
        {"visit", &PrintValues::visit}};
    for (const auto& [known, block] : blocks)
        if (name == QLatin1String(known))
            return block;
    return nullptr;
}

base::Result<QJsonObject> PrintValues::of(const domain::JobPaper& paper, const Dossier& dossier, const std::vector<domain::Event>& history,
    int attestationTop, qint64 slip, const std::vector<PaperOfVisit>& visit) const {
    const Subject subject{paper.form, dossier, history, attestationTop, slip, visit};
    QJsonObject values;
    for (const QString& name : paper.says) {
        const Block block = blockOf(name);
        const auto said = block ? (this->*block)(subject) : nothing();
        if (!said)
            return said;
        values = merged(std::move(values), *said);
    }
    return values;
}

QJsonObject PrintValues::head(const QDateTime& utc) const {
    const domain::UnitSettings& unit = m_desk.settings();
    return {{QStringLiteral("parentAuthority"), domain::tiedOfficeName(unit.parentName)},
        {QStringLiteral("centre"), domain::tiedOfficeName(unit.name)}, {QStringLiteral("place"), unit.place},
        {QStringLiteral("date"), domain::legalDate(base::toVietnamTime(utc).date())}};
}

QJsonObject PrintValues::person(const domain::Applicant& applicant) const {
    QJsonObject values{{QStringLiteral("applicant"), applicant.name}};
    insertUnlessEmpty(values, "personalNumber", applicant.personalId);
    insertUnlessEmpty(values, "passport", passportWords(applicant.passport));
    if (applicant.personalId.isEmpty() && applicant.passport.number.isEmpty())
        insertUnlessEmpty(values, "born", applicant.birth());
    insertUnlessEmpty(values, "applicantTaxCode", applicant.body.taxCode);
    insertUnlessEmpty(values, "representative", representativeWords(applicant.body));
    insertUnlessEmpty(values, "proxy", proxyWords(applicant.proxy));
    values = merged(std::move(values), submitterValues(applicant));
    insertUnlessEmpty(values, "address", applicant.address);
    insertUnlessEmpty(values, "phone", domain::displayedPhone(applicant.phone));
    insertUnlessEmpty(values, "email", applicant.email);
    return values;
}

base::Result<QJsonObject> PrintValues::applicant(const Subject& subject) const {
    const Dossier& dossier = subject.dossier;
    QJsonObject values = merged(head(dossier.completed.isValid() ? dossier.completed : dossier.received), person(dossier.applicant));
    if (const domain::BookEntry* entry = dossier.liveEntry())
        values.insert(QStringLiteral("date"), domain::capitalised(domain::legalDate(entry->date)));
    insertUnlessEmpty(values, "code", dossier.code);
    insertUnlessEmpty(values, "procedure", dossier.procedure.name);
    insertUnlessEmpty(values, "birthDate", dossier.applicant.birth());
    return values;
}

base::Result<QJsonObject> PrintValues::receipt(const Subject& subject) const {
    const Dossier& dossier = subject.dossier;
    if (dossier.code.isEmpty())
        return nothing();
    const domain::UnitSettings& unit = m_desk.settings();
    QJsonObject values = merged(merged(head(dossier.received), person(dossier.applicant)), feeOf(dossier));
    const domain::Procedure* row = m_catalogue.find(dossier.procedure.code);
    values.insert(QStringLiteral("number"), serialOf(dossier.code) + QLatin1Char('/') + unit.suffixReceipt);
    values.insert(QStringLiteral("code"), dossier.code);
    values.insert(QStringLiteral("procedure"), dossier.procedure.name);
    values.insert(QStringLiteral("procedureCode"), dossier.procedure.code);
    values.insert(QStringLiteral("details"), details(dossier));
    values.insert(QStringLiteral("papers"), paperList(dossier));
    Replaced replaced;
    replaced.add(subject.history, subject.form, m_desk.jobs().find(dossier.job.kind, dossier.job.version));
    insertUnlessEmpty(values, "replaces", replaced.words());
    values.insert(QStringLiteral("papersIncomplete"), row && domain::arePapersIncomplete(*row));
    values.insert(QStringLiteral("sets"), dossier.sets);
    const QString limit = timeLimit(dossier);
    values.insert(QStringLiteral("timeLimitKnown"), !limit.isEmpty());
    values.insert(QStringLiteral("timeLimit"), limit.isEmpty() ? sayDueInstead() : limit);
    values.insert(QStringLiteral("receivedAt"), moment(dossier.received));
    values.insert(QStringLiteral("dueAt"), dueSaid(dossier));
    values.insert(QStringLiteral("delivery"), deliveryName(dossier, domain::tiedOfficeName(unit.name)));
    values.insert(QStringLiteral("clerk"), domain::wholeName(m_desk.nameOf(dossier.receivedBy)));
    return values;
}

/// What the kind of job asked, in the order and the words of its card: the original's name, pages, copies.
QJsonArray PrintValues::details(const Dossier& dossier) const {
    QJsonArray said;
    const domain::JobKind* kind = m_desk.jobs().find(dossier.job.kind, dossier.job.version);
    if (!kind)
        return said;
    const auto types = domain::factTypes(kind);
    for (const domain::FactRow& row : kind->layout.rows)
        for (const domain::FactCell& cell : row.cells)
            if (const QJsonValue value = dossier.facts.value(cell.fact); !value.isUndefined())
                said.append(QJsonObject{{QStringLiteral("name"), domain::wordsIn(cell.label, QStringLiteral("vi"))},
                    {QStringLiteral("value"), domain::factText(domain::typeOf(types, cell.fact, value), value)}});
    return said;
}

/// What is wanted, and what is the matter with it where that is known: "Tờ khai: chưa có chữ ký" says it itself; a paper of the checklist that
/// was not handed in is not there.
QJsonObject PrintValues::itemOf(const QString& item, const Dossier& dossier) const {
    if (const qsizetype colon = item.indexOf(QLatin1String(": ")); colon > 0)
        return {{QStringLiteral("name"), item.left(colon)}, {QStringLiteral("note"), item.mid(colon + 2)}};
    const domain::Procedure* row = m_catalogue.find(dossier.procedure.code);
    bool isMissing = dossier.papers.empty() && row && row->papers.contains(item);
    for (const domain::Paper& paper : dossier.papers)
        isMissing = isMissing || (paper.name == item && paper.quantity == 0);
    QJsonObject said{{QStringLiteral("name"), item}};
    if (isMissing)
        said.insert(QStringLiteral("note"), domain::isPaperToShow(item) ? QStringLiteral("chưa xuất trình") : QStringLiteral("chưa có trong hồ sơ"));
    return said;
}

base::Result<QJsonObject> PrintValues::supplement(const Subject& subject) const {
    const domain::Event* event = slipIn<domain::SupplementAsked>(subject.history, subject.slip);
    if (!event)
        return nothing();
    // What was wanted, and of whom, is what stood then.
    const Dossier dossier = asOf(*event, subject.history);
    const auto& ask = std::get<domain::SupplementAsked>(event->body);
    const QString clerk = domain::wholeName(m_desk.nameOf(event->actor));
    QJsonObject values = merged(head(event->at), person(dossier.applicant));
    QJsonArray items;
    for (const QString& item : ask.items)
        items.append(itemOf(unnumbered(item), dossier));
    values.insert(QStringLiteral("number"),
        ask.slipNumber.isEmpty() ? serialOf(dossier.code) + QLatin1Char('/') + m_desk.settings().suffixSupplement : ask.slipNumber);
    insertUnlessEmpty(values, "code", dossier.code);
    values.insert(QStringLiteral("procedure"), dossier.procedure.name);
    values.insert(QStringLiteral("procedureCode"), dossier.procedure.code);
    values.insert(QStringLiteral("items"), items);
    values.insert(QStringLiteral("reason"), QString(ask.reason).replace(QLatin1Char('\n'), QLatin1Char(' ')));
    values.insert(QStringLiteral("reasons"), saysWhatIsAsked(ask) ? QJsonArray() : listed(ask.reason));
    values.insert(QStringLiteral("qr"), domain::paperCodeOf(dossier));
    if (ask.until.isValid())
        values.insert(
            QStringLiteral("supplementBy"), domain::legalTime(m_desk.settings().closing) + QStringLiteral(", ") + domain::legalDate(ask.until));
    insertUnlessEmpty(values, "legalBasis", withoutStop(ask.legalBasis));
    values.insert(QStringLiteral("stage"), ask.atIntake ? QStringLiteral("Khi tiếp nhận hồ sơ") : QStringLiteral("Trong quá trình giải quyết hồ sơ"));
    values.insert(QStringLiteral("contact"), contact(clerk));
    values.insert(QStringLiteral("clerk"), clerk);
    return values;
}

base::Result<QJsonObject> PrintValues::refusal(const Subject& subject) const {
    const domain::Event* event = slipIn<domain::DossierRefused>(subject.history, subject.slip);
    if (!event)
        return nothing();
    const auto& refusal = std::get<domain::DossierRefused>(event->body);
    const QString clerk = domain::wholeName(m_desk.nameOf(event->actor));
    QJsonObject values = merged(head(event->at), person(refusal.applicant));
    values.insert(QStringLiteral("number"), refusal.slipNumber);
    values.insert(QStringLiteral("procedure"), refusal.procedure.name);
    values.insert(QStringLiteral("procedureCode"), refusal.procedure.code);
    values.insert(QStringLiteral("reasons"), listed(refusal.reason));
    insertUnlessEmpty(values, "legalBasis", withoutStop(refusal.legalBasis));
    values.insert(QStringLiteral("contact"), contact(clerk));
    values.insert(QStringLiteral("clerk"), clerk);
    return values;
}

base::Result<QJsonObject> PrintValues::entry(const Subject& subject) const {
    const domain::BookEntry* entry = subject.dossier.liveEntry();
    if (!entry)
        return base::fail(QStringLiteral("book.no-live-entry"));
    QJsonObject values{{QStringLiteral("topMm"), subject.attestationTop}, {QStringLiteral("ownSheet"), false},
        {QStringLiteral("number"), entry->numberLabel}, {QStringLiteral("volume"), entry->volumeLabel},
        {QStringLiteral("date"), domain::capitalised(domain::legalDate(entry->date))},
        {QStringLiteral("signerTitle"), domain::tiedOfficeName(entry->signer.title)},
        {QStringLiteral("signerName"), domain::wholeName(entry->signer.name)}};
    const QStringList capacity = domain::capacityOf(entry->signer);
    insertUnlessEmpty(values, "capacity", domain::tiedOfficeName(capacity.value(0)));
    insertUnlessEmpty(values, "acting", domain::tiedOfficeName(capacity.value(1)));
    return values;
}

/// Where the catalogue has no time: that the day was agreed on, and on what ground. A time that nobody has verified is
/// not called the rule: empty.
QString PrintValues::timeLimit(const Dossier& dossier) const {
    const domain::ProcedureVersion& procedure = dossier.procedure;
    if (!dossier.dueGround.isEmpty())
        return QStringLiteral("hẹn theo thỏa thuận (") + dossier.dueGround + QLatin1Char(')');
    const domain::Procedure* row = m_catalogue.find(procedure.code);
    if (!domain::hasTime(procedure.timeValue, procedure.timeUnit))
        return row && !row->timeNote.isEmpty() && !domain::isUnverified(row->timeNote) ? row->timeNote : QString();
    if (row && domain::isUnverified(row->timeNote))
        return {};
    const auto days = [&procedure](const char16_t* unit) {
        return QStringLiteral("%1 ").arg(procedure.timeValue, 2, 10, QLatin1Char('0')) + QString::fromUtf16(unit);
    };
    switch (procedure.timeUnit) {
    case domain::TimeUnit::WorkingDay:
        return days(u"ngày làm việc");
    case domain::TimeUnit::Day:
        return days(u"ngày");
    case domain::TimeUnit::Hour:
        return days(u"giờ");
    case domain::TimeUnit::Month:
        return days(u"tháng");
    case domain::TimeUnit::SameDay15h:
    case domain::TimeUnit::Other:
        break;
    }
    return sameDay(dossier);
}

/// A day of its own is never promised above another day's due date.
QString PrintValues::sameDay(const Dossier& dossier) const {
    const QDateTime received = base::toVietnamTime(dossier.received);
    const QDate due = base::toVietnamTime(dossier.due).date();
    if (!dossier.due.isValid() || due == received.date())
        return QStringLiteral("trong ngày làm việc");
    if (!m_desk.calendar().isWorkingDay(received.date()))
        return QStringLiteral("trong ngày làm việc tiếp theo (nhận vào ngày nghỉ)");
    if (!domain::beforeCutOff(dossier.received, m_desk.calendar(), m_desk.settings()) && due == m_desk.calendar().nextWorkingDay(received.date()))
        return QStringLiteral("trong ngày làm việc tiếp theo (nhận sau ") + domain::legalTime(m_desk.settings().sameDayCutOff) + QLatin1Char(')');
    return {};
}

QString PrintValues::contact(const QString& clerk) const {
    const QString& phone = m_desk.settings().phone;
    return phone.isEmpty() ? clerk : QStringLiteral("%1, điện thoại %2").arg(clerk, domain::displayedPhone(phone));
}

}

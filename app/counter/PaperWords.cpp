#include "app/counter/PaperWords.h"

#include "app/base/Clock.h"
#include "app/counter/CorrectedFields.h"
#include "app/domain/DossierCode.h"
#include "app/domain/LegalDate.h"
#include "app/domain/Money.h"
#include "app/domain/Replay.h"

#include <algorithm>
#include <span>

namespace motcua::counter {

using domain::Dossier;

namespace {

bool isPrintOf(const domain::Event& event, const QString& form) {
    const auto* print = std::get_if<domain::PrintRecorded>(&event.body);
    return print && print->form == form;
}

/// "sửa hồ sơ (địa chỉ, số bản)": what changed is said, why is the office's own affair.
QString correctionsSaid(const QStringList& fields) {
    return fields.isEmpty() ? QStringLiteral("sửa hồ sơ") : QStringLiteral("sửa hồ sơ (%1)").arg(fields.join(QStringLiteral(", ")));
}

}

QString moment(const QDateTime& utc) {
    const QDateTime local = base::toVietnamTime(utc);
    return domain::legalTime(local.time()) + QStringLiteral(", ") + domain::legalDate(local.date());
}

QString dong(qint64 amount) {
    return domain::groupedNumber(amount) + QChar(QChar::Nbsp) + QStringLiteral("đồng");
}

/// By post to the applicant's own address, also where a proxy brings the papers: whose it is is said.
QString deliveryName(const Dossier& dossier, const QString& centre) {
    const QString whose =
        dossier.applicant.proxy.name.isEmpty() ? QStringLiteral("người nộp hồ sơ") : QStringLiteral("của ") + dossier.applicant.name;
    switch (dossier.resultWay) {
    case domain::ResultWay::Counter:
        return centre;
    case domain::ResultWay::Post:
        return QStringLiteral("địa chỉ %1, qua dịch vụ bưu chính công ích").arg(whose);
    case domain::ResultWay::Online:
        break;
    }
    return QStringLiteral("Cổng Dịch vụ công quốc gia (bản điện tử)");
}

QString paidOf(const Dossier& dossier) {
    if (dossier.money == domain::MoneyState::Paid)
        return QStringLiteral("đã nộp");
    const qint64 rest = dossier.feeTotal() - dossier.collected;
    return dossier.collected > 0 ? QStringLiteral("đã nộp %1, còn %2").arg(dong(dossier.collected), dong(rest)) : QStringLiteral("chưa nộp");
}

QJsonObject feeOf(const Dossier& dossier) {
    if (const qint64 total = dossier.feeTotal(); total > 0)
        return {{QStringLiteral("fee"), dong(total)}, {QStringLiteral("feeStatus"), paidOf(dossier)}};
    for (const domain::FeeLine& line : dossier.fees)
        if (!line.exemption.isEmpty())
            return {{QStringLiteral("fee"), dong(0)}, {QStringLiteral("feeStatus"), QStringLiteral("được miễn: ") + line.exemption}};
    return {{QStringLiteral("fee"), dong(0)}, {QStringLiteral("feeStatus"), QStringLiteral("không thu")}};
}

QString serialOf(const QString& code) {
    const auto parsed = domain::DossierCode::parse(code);
    return parsed ? QStringLiteral("%1").arg(parsed->serial, 4, 10, QLatin1Char('0')) : code;
}

QString dueSaid(const Dossier& dossier) {
    if (dossier.state == domain::State::SupplementAsked)
        return QStringLiteral("hẹn lại khi nhận đủ giấy tờ bổ sung (tạm dừng tính thời gian từ %1)").arg(moment(dossier.supplementAsked));
    if (dossier.state == domain::State::Stopped)
        return QStringLiteral("không còn hẹn trả kết quả (hồ sơ đã được rút)");
    return dossier.due.isValid() ? moment(dossier.due) : QStringLiteral("theo thông báo của cơ quan giải quyết");
}

Dossier asOf(const domain::Event& event, const std::vector<domain::Event>& history) {
    return domain::replay(event.dossier, std::span(history.data(), &event + 1));
}

void insertUnlessEmpty(QJsonObject& values, const char* name, const QString& text) {
    if (!text.isEmpty())
        values.insert(QLatin1String(name), text);
}

QJsonObject merged(QJsonObject values, const QJsonObject& more) {
    for (auto it = more.begin(); it != more.end(); ++it)
        values.insert(it.key(), it.value());
    return values;
}

void Replaced::add(const std::vector<domain::Event>& history, const QString& form, const domain::JobKind* kind) {
    bool waits = false;
    auto event = std::find_if(history.begin(), history.end(), [&](const domain::Event& each) { return isPrintOf(each, form); });
    for (; event != history.end(); ++event) {
        const auto* correction = std::get_if<domain::DossierCorrected>(&event->body);
        const bool isSupplement = std::holds_alternative<domain::SupplementReturned>(event->body);
        if (correction)
            m_fields += correctedFields(*correction, kind);
        const bool isAsked = std::holds_alternative<domain::SupplementAsked>(event->body);
        if (correction || isSupplement || isAsked)
            m_last = m_last.isValid() ? std::max(m_last, event->at) : event->at;
        waits = isAsked || (waits && !isSupplement);
        m_corrected = m_corrected || correction;
        m_supplemented = m_supplemented || isSupplement;
    }
    m_waits = m_waits || waits;
}

QString Replaced::words() const {
    if (!m_last.isValid())
        return {};
    QStringList fields = m_fields;
    fields.removeDuplicates();
    QStringList after;
    if (m_corrected)
        after << correctionsSaid(fields);
    if (m_supplemented)
        after << QStringLiteral("nhận giấy tờ bổ sung");
    if (m_waits)
        after << QStringLiteral("yêu cầu bổ sung giấy tờ");
    return QStringLiteral("Giấy này in lại sau khi %1 lúc %2, thay\u00a0giấy\u00a0đã\u00a0in.")
        .arg(after.join(QStringLiteral(" và ")), moment(m_last));
}

}

#include "app/counter/PrintIntentions.h"

#include "app/base/Logging.h"
#include "app/counter/Desk.h"
#include "app/counter/DraftEnvelope.h"

#include <QCryptographicHash>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QSysInfo>

#include <algorithm>

namespace motcua::counter {

namespace {

/// Without those that look like one another.
QString newTicket() {
    constexpr QLatin1String signs("23456789ABCDEFGHJKLMNPQRSTUVWXYZ");
    constexpr int length = 8;
    QString ticket;
    for (int i = 0; i < length; ++i)
        ticket += signs[QRandomGenerator::system()->bounded(static_cast<int>(signs.size()))];
    return ticket;
}

/// As this program writes them.
int pagesOf(const QByteArray& pdf) {
    static const QRegularExpression page(QStringLiteral("/Type\\s*/Page\\b"));
    int pages = 0;
    for (auto found = page.globalMatch(QString::fromLatin1(pdf)); found.hasNext(); found.next())
        ++pages;
    return pages;
}

}

QString PrintIntention::title() const {
    return QStringLiteral("%1 %2 #%3").arg(paper.name, paper.form, ticket);
}

int PrintIntention::copiesOf(int sides) const {
    return sides < 1 || pages < 1 || copies == 1 ? copies : std::clamp(sides / pages, 1, copies);
}

int PrintIntention::wholeCopiesOf(int sides) const {
    return pages < 1 ? 0 : std::clamp(sides / pages, 0, copies);
}

base::Result<PrintIntention> PrintIntentions::begin(
    const WantedPaper& paper, const QByteArray& pdf, int copies, const QString& queue, const QString& path) {
    const QString digest = QString::fromLatin1(QCryptographicHash::hash(pdf, QCryptographicHash::Sha256).toHex());
    PrintIntention intention{domain::DraftId::make(m_desk.now().toMSecsSinceEpoch()), paper, path.isEmpty() ? newTicket() : QString(), queue, path,
        digest, copies, pagesOf(pdf), base::SystemClock().now(), QString::fromLatin1(QSysInfo::bootUniqueId())};
    const auto kept =
        m_ports.drafts.save({intention.id, m_desk.account().id, m_desk.now(), toDraftContent(DraftOf::Printing, base::toJson(intention))});
    if (!kept)
        return base::fail(kept.error());
    return intention;
}

void PrintIntentions::end(const PrintIntention& intention) {
    if (intention.id.isNull())
        return;
    // It is asked about once more after the next start, and known by then.
    if (const auto dropped = m_ports.drafts.drop(intention.id); !dropped)
        qCWarning(base::lcPaper).noquote() << "the intention to print stays on disk:" << dropped.error().toLogLine();
}

std::vector<PrintIntention> PrintIntentions::left() const {
    std::vector<PrintIntention> found;
    const auto drafts = m_ports.drafts.everybodys();
    if (!drafts)
        return found;
    for (auto draft = drafts->rbegin(); draft != drafts->rend(); ++draft)
        if (const auto body = fromDraftContent(DraftOf::Printing, draft->content)) {
            found.push_back(base::fromJson<PrintIntention>(*body));
            found.back().id = draft->id;
        }
    return found;
}

bool PrintIntentions::isOfThisStart(const PrintIntention& intention) {
    return !intention.boot.isEmpty() && intention.boot.toLatin1() == QSysInfo::bootUniqueId();
}

}

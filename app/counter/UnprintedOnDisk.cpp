#include "app/counter/UnprintedOnDisk.h"

#include "app/base/Logging.h"
#include "app/counter/Desk.h"
#include "app/counter/DraftEnvelope.h"

#include <QJsonArray>

#include <algorithm>

namespace motcua::counter {

namespace {

QString listName() {
    return QStringLiteral("papers");
}

QString letGoName() {
    return QStringLiteral("letGo");
}

QString detailName() {
    return QStringLiteral("detail");
}

QJsonObject inList(const UnprintedPaper& paper) {
    QJsonObject json = base::toJson(paper);
    QJsonObject detail;
    for (auto it = paper.error.detail.cbegin(); it != paper.error.detail.cend(); ++it)
        detail.insert(it.key(), it.value());
    json.insert(detailName(), detail);
    return json;
}

UnprintedPaper outOfList(const QJsonObject& json) {
    auto paper = base::fromJson<UnprintedPaper>(json);
    const QJsonObject detail = json.value(detailName()).toObject();
    for (auto it = detail.begin(); it != detail.end(); ++it)
        paper.error.detail.insert(it.key(), it.value().toString());
    return paper;
}

}

void UnprintedOnDisk::save(const std::vector<UnprintedPaper>& missing, const std::vector<UnprintedPaper>& inHand) {
    QJsonArray list;
    for (const UnprintedPaper& paper : missing)
        list.append(inList(paper));
    for (const UnprintedPaper& paper : inHand)
        list.append(inList(paper));
    const bool saysNothing = list.isEmpty() && m_letGo.empty();
    if (saysNothing && m_id.isNull())
        return;
    if (m_id.isNull())
        m_id = domain::DraftId::make(m_desk.now().toMSecsSinceEpoch());
    const auto content = [&] { return toDraftContent(DraftOf::Unprinted, {{listName(), list}, {letGoName(), base::toJsonValue(m_letGo)}}); };
    const auto kept = saysNothing ? m_ports.drafts.drop(m_id) : m_ports.drafts.save({m_id, m_desk.account().id, m_desk.now(), content()});
    // It stays in the list on the screen.
    if (!kept)
        qCWarning(base::lcPaper).noquote() << "the list of what did not come out is not on disk:" << kept.error().toLogLine();
    else if (saysNothing)
        m_id = {};
}

std::vector<UnprintedPaper> UnprintedOnDisk::load() {
    std::vector<UnprintedPaper> papers;
    const auto drafts = m_ports.drafts.everybodys();
    if (!drafts)
        return papers;
    for (const domain::ports::Draft& draft : *drafts) {
        const auto body = fromDraftContent(DraftOf::Unprinted, draft.content);
        if (!body)
            continue;
        m_id = draft.id;
        for (const QJsonValue& each : body->value(listName()).toArray())
            papers.push_back(outOfList(each.toObject()));
        base::fromJsonValue(body->value(letGoName()), m_letGo);
        break;
    }
    return papers;
}

void UnprintedOnDisk::letGo(const WantedPaper& paper) {
    constexpr size_t most = 16;
    if (m_letGo.size() == most)
        m_letGo.erase(m_letGo.begin());
    m_letGo.push_back(paper);
}

void UnprintedOnDisk::wantAgain(const WantedPaper& paper) {
    std::erase_if(m_letGo, [&](const WantedPaper& each) { return each.isSameAs(paper); });
}

bool UnprintedOnDisk::isLetGo(const WantedPaper& paper) const {
    return std::any_of(m_letGo.begin(), m_letGo.end(), [&](const WantedPaper& each) { return each.isSameAs(paper); });
}

}

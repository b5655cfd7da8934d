#include "sync/http/AskNumbers.h"

#include "sync/http/Answers.h"
#include "sync/protocol/Address.h"

#include <QJsonDocument>

#include <utility>

namespace motcua::http {

namespace {

constexpr std::chrono::seconds deadline{20};
constexpr int unknown = 404;

}

void AskNumbers::want(std::vector<protocol::NumberWish> wishes) {
    m_wishes = std::move(wishes);
    m_isWanted = true;
}

void AskNumbers::start() {
    auto question = m_link.store.numbersHeld();
    if (!question)
        return failed(question.error());
    question->wishes = std::exchange(m_wishes, {});
    m_isWanted = false;
    Request request{"POST", QString::fromLatin1(protocol::address::leases), {{"Content-Type", "application/json"}}};
    request.body = QJsonDocument(base::toJson(*question)).toJson(QJsonDocument::Compact);
    request.deadline = deadline;
    request.understood = {unknown};
    m_link.transport.send(request, [this, asked = *question](const base::Result<Answer>& answer) { heard(asked, answer); });
}

/// Whether it was granted nobody knows: how things stand is asked for before anything is wished for again.
void AskNumbers::askAgain(const base::Error& error) {
    m_isWanted = true;
    failed(error);
}

void AskNumbers::heard(const protocol::LeaseQuestion& asked, const base::Result<Answer>& answer) {
    if (!answer)
        return askAgain(answer.error());
    // A platform of before leases none.
    if (answer->status == unknown)
        return succeeded();
    const QJsonDocument body = QJsonDocument::fromJson(answer->body);
    if (!body.isObject() || !body.object().value(QLatin1String("rests")).isBool())
        return askAgain(answers::bad("leases"));
    const auto told = base::fromJson<protocol::LeaseAnswer>(body.object());
    // Records that arrived meanwhile may be counted in the answer or not.
    const auto acknowledged = m_link.store.acknowledged();
    if (!acknowledged)
        return askAgain(acknowledged.error());
    if (*acknowledged != asked.mark.seq) {
        m_isWanted = true;
        return succeeded();
    }
    if (const auto kept = m_link.store.numbersTold(asked, told); !kept)
        return askAgain(kept.error());
    // A platform that was restored is asked what it has, and given again what it lost.
    if (told.rests)
        m_records.askMarkAgain();
    emit answered(told);
    succeeded();
}

}

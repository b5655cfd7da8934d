#include "sync/http/PullBlobs.h"

#include "sync/http/Answers.h"
#include "sync/protocol/Address.h"
#include "sync/protocol/Digest.h"

namespace motcua::http {

namespace {

constexpr std::chrono::seconds blobDeadline{180};
constexpr int lookAhead = 32;

}

base::Result<QString> PullBlobs::next() const {
    const auto wanted = m_link.store.wantedBlobs(lookAhead + static_cast<int>(m_notThere.size()));
    if (!wanted)
        return base::fail(wanted.error());
    for (const QString& hash : *wanted)
        if (!m_notThere.contains(hash))
            return hash;
    return QString();
}

bool PullBlobs::hasWork() {
    const auto hash = next();
    return !hash || !hash->isEmpty();
}

void PullBlobs::start() {
    const auto hash = next();
    if (!hash)
        return failed(hash.error());
    if (hash->isEmpty())
        return succeeded();
    Request request{"GET", QString::fromLatin1(protocol::address::blobsContent) + *hash};
    request.deadline = blobDeadline;
    request.mostBytes = protocol::limit::blobBytes;
    request.understood = {404};
    m_link.transport.send(request, [this, wanted = *hash](const base::Result<Answer>& answer) { answered(wanted, answer); });
}

void PullBlobs::answered(const QString& hash, const base::Result<Answer>& answer) {
    if (!answer)
        return failed(answer.error());
    if (answer->status == 404) {
        m_notThere.insert(hash);
        return succeeded();
    }
    if (protocol::Digest::of(answer->body).toHex() != hash.toLatin1())
        return failed(answers::bad("blob-content"));
    if (const auto kept = m_link.store.keepBlob(hash, answer->body); !kept)
        return failed(kept.error());
    emit received();
    succeeded();
}

}

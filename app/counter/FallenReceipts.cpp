#include "app/counter/FallenReceipts.h"

#include "app/domain/Comer.h"
#include "app/domain/Fold.h"
#include "app/domain/IdentityMark.h"

#include <algorithm>

namespace motcua::counter::fallen {

using domain::ports::RefusedItem;

namespace {

bool isReceipt(const RefusedItem& item) {
    return item.forGood && item.kind == QLatin1String("dossier-received");
}

std::optional<domain::DossierReceived> receiptOf(const domain::ports::Exchange& exchange, qint64 seq) {
    const auto event = exchange.refusedEvent(seq);
    const auto* received = event ? std::get_if<domain::DossierReceived>(&event->body) : nullptr;
    return received ? std::optional(*received) : std::nullopt;
}

}

std::vector<RefusedItem> together(const domain::ports::Exchange& exchange, qint64 seq) {
    auto items = exchange.refusals();
    if (!items)
        return {};
    const auto item = std::find_if(items->begin(), items->end(), [seq](const RefusedItem& each) { return each.seq == seq; });
    if (item == items->end())
        return {};
    const domain::DossierId dossier = item->dossier;
    std::erase_if(
        *items, [&](const RefusedItem& each) { return each.seq != seq && (!each.forGood || each.dossier.isNull() || each.dossier != dossier); });
    return std::move(*items);
}

bool hasReceipt(const std::vector<RefusedItem>& items) {
    return std::any_of(items.begin(), items.end(), isReceipt);
}

QString personOf(const Ports& ports, const RefusedItem& item) {
    auto items = together(ports.exchange, item.seq);
    // Seen to, it stands for itself.
    items.push_back(item);
    for (const RefusedItem& each : items)
        if (isReceipt(each))
            if (const auto received = receiptOf(ports.exchange, each.seq))
                return domain::comerName(received->applicant);
    const auto dossier = item.dossier.isNull() ? base::fail(QStringLiteral("dossier.unknown")) : ports.archive.dossier(item.dossier);
    return dossier ? domain::comerName(dossier->applicant) : QString();
}

std::vector<FallenReceipt> find(const Ports& ports, const QString& text) {
    const QStringList words = domain::searchKey(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    const auto receipts = ports.exchange.fallenReceipts();
    if (!receipts || words.isEmpty())
        return {};
    std::vector<FallenReceipt> found;
    for (const RefusedItem& item : *receipts) {
        const auto received = receiptOf(ports.exchange, item.seq);
        if (!received)
            continue;
        const domain::Applicant& applicant = received->applicant;
        const QStringList said{
            applicant.name, domain::comerName(applicant), domain::identityNumber(applicant), applicant.phone, received->procedure.name, item.code};
        const QString key = domain::searchKey(said.join(QLatin1Char(' ')));
        if (std::all_of(words.begin(), words.end(), [&](const QString& word) { return key.contains(word); }))
            found.push_back({item.seq, item.code, domain::comerName(applicant), received->procedure.name, item.at, item.isSeenTo});
    }
    return found;
}

base::Outcome madeAnew(domain::ports::Exchange& exchange, qint64 seq) {
    auto outcome = base::done();
    for (const RefusedItem& each : together(exchange, seq))
        if (each.seq != seq && outcome)
            outcome = exchange.takeOut(each.seq);
    return outcome ? exchange.takenAnew(seq) : outcome;
}

}

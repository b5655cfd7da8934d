#include "app/journal/standing/FailedTries.h"

#include "app/journal/standing/Standing.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace motcua::journal {

base::Result<failedtries::BySlot> failedtries::read(const Standing& standing) {
    return standing.part(Standing::failedPart).map([](const std::optional<QByteArray>& plain) {
        BySlot tries;
        const QJsonObject json = QJsonDocument::fromJson(plain.value_or(QByteArray())).object();
        for (auto each = json.begin(); each != json.end(); ++each) {
            const QJsonArray row = each.value().toArray();
            tries[QByteArray::fromHex(each.key().toLatin1())] = {row[0].toInteger(), row[1].toInteger()};
        }
        return tries;
    });
}

base::Outcome failedtries::write(Standing& standing, const BySlot& tries) {
    QJsonObject json;
    for (const auto& [slot, each] : tries)
        if (each.count != 0)
            json.insert(QString::fromLatin1(slot.toHex()), QJsonArray{each.count, each.last});
    return json.isEmpty() ? standing.drop(Standing::failedPart)
                          : standing.put(Standing::failedPart, QJsonDocument(json).toJson(QJsonDocument::Compact));
}

base::Outcome failedtries::add(Standing& standing, const BySlot& more) {
    return read(standing).and_then([&](BySlot tries) {
        for (const auto& [slot, each] : more) {
            Tries& sum = tries[slot];
            sum.count += each.count;
            sum.last = std::max(sum.last, each.last);
        }
        return write(standing, tries);
    });
}

}

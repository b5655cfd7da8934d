#include "app/domain/parties/PartyWords.h"

#include "app/domain/Limits.h"

#include <algorithm>

namespace motcua::domain {

namespace {

QString shortNameOf(const QString& paper) {
    const std::pair<QString, QString> known[] = {{QStringLiteral("Thẻ căn cước công dân"), QStringLiteral("CCCD")},
        {QStringLiteral("Căn cước công dân"), QStringLiteral("CCCD")}, {QStringLiteral("Thẻ căn cước"), QStringLiteral("CC")},
        {QStringLiteral("Căn cước"), QStringLiteral("CC")}, {QStringLiteral("Căn cước điện tử"), QStringLiteral("CC")},
        {QStringLiteral("Giấy chứng nhận căn cước"), QStringLiteral("GCNCC")}, {QStringLiteral("Hộ chiếu"), QStringLiteral("HC")}};
    for (const auto& [words, name] : known)
        if (paper.compare(words, Qt::CaseInsensitive) == 0)
            return name;
    return paper;
}

QString inBook(const Party& party) {
    const QString identity = identityInShort(party);
    const QString person = identity.isEmpty() ? party.name : party.name + QStringLiteral(", ") + identity;
    return party.standsFor.isEmpty() ? person : QStringLiteral("%1 (%2)").arg(party.standsFor, person);
}

}

const PartyRole* roleOf(const JobKind& job, const QString& role) {
    const auto found = std::find_if(job.parties.begin(), job.parties.end(), [&](const PartyRole& known) { return known.role == role; });
    return found == job.parties.end() ? nullptr : &*found;
}

QString identityInShort(const Party& party) {
    if (party.paper.number.isEmpty())
        return party.personalId;
    return party.paper.kind.isEmpty() ? party.paper.number : shortNameOf(party.paper.kind) + QLatin1Char(' ') + party.paper.number;
}

QString partiesInBook(const JobKind& job, const std::vector<Party>& parties) {
    const bool someSign = std::any_of(job.parties.begin(), job.parties.end(), [](const PartyRole& role) { return role.signs; });
    QStringList words;
    for (const PartyRole& role : job.parties)
        for (const Party& party : parties)
            if (party.role == role.role && (role.signs || !someSign))
                words << inBook(party);
    const auto others = [](qsizetype count) { return QStringLiteral("và %1 người khác").arg(count); };
    const qsizetype all = words.size();
    QString text = words.join(QStringLiteral("; "));
    while (text.size() > limits::longestReason && words.size() > 1) {
        words.removeLast();
        text = words.join(QStringLiteral("; ")) + QStringLiteral("; ") + others(all - words.size());
    }
    return text;
}

QStringList searchWords(const std::vector<Party>& parties) {
    QStringList words;
    for (const Party& party : parties)
        words << party.name << party.personalId << party.paper.number << party.standsFor;
    words.removeAll(QString());
    words.removeDuplicates();
    return words;
}

QString issuerOn(const std::vector<IdentityPaperKind>& kinds, const QString& paper, QDate issued) {
    const auto kind = std::find_if(kinds.begin(), kinds.end(), [&](const IdentityPaperKind& known) { return known.words == paper; });
    if (kind == kinds.end())
        return {};
    const PaperIssuer* found = nullptr;
    for (const PaperIssuer& issuer : kind->issuers)
        if ((!issuer.from.isValid() || issuer.from <= issued) && (!found || !found->from.isValid() || issuer.from >= found->from))
            found = &issuer;
    return found ? found->words : QString();
}

}

#include "app/domain/SigningAuthority.h"

#include "app/domain/Limits.h"
#include "app/domain/PlainText.h"
#include "app/domain/Settings.h"
#include "app/domain/UnseenSigns.h"

#include <algorithm>
#include <tuple>

namespace motcua::domain {

namespace {

constexpr qsizetype mostAuthorityBooks = 50;

QStringList capacityLines(const QString& capacity) {
    QStringList lines;
    for (const QString& line : capacity.split(QLatin1Char('\n')))
        if (!line.trimmed().isEmpty())
            lines << line.trimmed();
    return lines;
}

bool isAuthorityDay(const QDate& day) {
    return day.isValid() && day.year() >= 2000 && day.year() < 2200;
}

bool fitsLine(const QString& text) {
    return text.size() <= limits::longestLine && isPlain(text);
}

}

const SigningAuthority* authorityFor(const Account& account, const QString& book, QDate day) {
    const SigningAuthority* best = nullptr;
    const auto rank = [](const SigningAuthority& one) { return std::tuple(!one.books.isEmpty(), one.from); };
    for (const SigningAuthority& each : account.authorities)
        if (each.covers(book) && each.isInForce(day) && (!best || rank(*best) < rank(each)))
            best = &each;
    return best;
}

bool maySign(const Account& account, const QString& book, QDate day) {
    return account.authorities.empty() || authorityFor(account, book, day);
}

Signer signerBy(const SigningAuthority& authority, const Account& account) {
    QStringList lines = capacityLines(authority.capacity);
    const QString title = authority.title.trimmed();
    if (!lines.isEmpty() && lines.last().compare(title, Qt::CaseInsensitive) == 0)
        lines.removeLast();
    return {account.id, account.name, title, lines.join(QLatin1Char('\n'))};
}

const char* faultIn(const SigningAuthority& authority) {
    const auto isBook = [](const QString& book) { return !saysNothing(book) && book.size() <= limits::longestName && isPlain(book); };
    const std::pair<const char*, bool> findings[] = {
        {"capacity", fitsLine(authority.capacity)},
        {"title", fitsLine(authority.title) && hasLetter(authority.title)},
        {"stampOwner", fitsLine(authority.stampOwner)},
        {"paper", fitsLine(authority.paper)},
        {"paperDate", authority.paperDate.isNull() || isAuthorityDay(authority.paperDate)},
        {"from", isAuthorityDay(authority.from)},
        {"until", authority.until.isNull() || (isAuthorityDay(authority.until) && authority.until >= authority.from)},
        {"books", authority.books.size() <= mostAuthorityBooks && std::all_of(authority.books.begin(), authority.books.end(), isBook)},
    };
    for (const auto& [field, right] : findings)
        if (!right)
            return field;
    return nullptr;
}

}

#pragma once

#include "app/domain/Signer.h"

#include <QDate>
#include <QStringList>

#include <vector>

namespace motcua::domain {

struct Account;

/// By what paper somebody signs, from when to when and in which books: a head in person, a deputy (KT.), an official on behalf of (TL.), or one who
/// was authorised (TUQ.; NĐ 23/2015/NĐ-CP, Điều 5; Luật 72/2025/QH15, Điều 14). Published with the account.
struct SigningAuthority {
    QString capacity;   ///< what is printed above the name, a line each: "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH"; the title may be left out of it
    QString title;      ///< "PHÓ CHỦ TỊCH"
    QString stampOwner; ///< whose seal goes beside the signature: "ỦY BAN NHÂN DÂN PHƯỜNG BÃI CHÁY"; empty: the unit's
    QString paper;      ///< number of the decision or authorisation: "12/QĐ-UBND"
    QDate paperDate;    ///< may be unknown
    QDate from;         ///< the first day, Viet Nam
    QDate until;        ///< the last day; invalid: without an end
    QStringList books;  ///< symbols of the books: "SCT/BS"; empty: every book

    bool isInForce(QDate day) const { return day >= from && (!until.isValid() || day <= until); }
    bool covers(const QString& book) const { return books.isEmpty() || books.contains(book); }
    friend bool operator==(const SigningAuthority&, const SigningAuthority&) = default;
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("capacity", self.capacity);
        field("title", self.title);
        field("stampOwner", self.stampOwner);
        field("paper", self.paper);
        field("paperDate", self.paperDate);
        field("from", self.from);
        field("until", self.until);
        field("books", self.books);
    }
};

/// The one by which an account signs in a book on a day (Viet Nam): one that names the book goes before one for every book, then the later begun.
/// Null: none is in force for it.
const SigningAuthority* authorityFor(const Account& account, const QString& book, QDate day);

/// Whether the account may sign a row of that book on that day: it has no authorities at all, as accounts of before, or one of them is in force.
bool maySign(const Account& account, const QString& book, QDate day);

/// Who signs by it, as printed: its capacity without the line that only repeats the title.
Signer signerBy(const SigningAuthority& authority, const Account& account);

/// What is wrong with it; null: nothing. The name of the field.
const char* faultIn(const SigningAuthority& authority);

}

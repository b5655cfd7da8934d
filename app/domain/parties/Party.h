#pragma once

#include "app/base/Json.h"
#include "app/domain/BornIn.h"

namespace motcua::domain {

/// Giấy tờ tùy thân: what somebody is known by before the certifier (NĐ 23/2015/NĐ-CP, Điều 24; certification.md §6).
struct IdentityPaper {
    QString kind;   ///< as papers print it, "Căn cước công dân"; empty: none was shown
    QString number; ///< as it stands there
    QString issuer;
    QDate issued; ///< invalid when not known
    QDate expiry; ///< the last day it is good for; invalid: it says none

    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("kind", self.kind);
        field("number", self.number);
        field("issuer", self.issuer);
        field("issued", self.issued);
        field("expiry", self.expiry);
    }
};

/// How a party puts its name to the paper; who can do neither says so before witnesses.
enum class SigningWay { Signs = 0, Fingerprint = 1, Neither = 2 };

/// Somebody who takes part in what is certified, in a role that the kind of job names: giver, receiver, witness, interpreter. One person in two
/// roles stands there twice. All text is NFC. Personal data: sealed at rest, masked where the form does not need it.
struct Party {
    QString role;       ///< "giver": of the kind's `parties`
    QString name;       ///< họ, chữ đệm, tên; at most 100 characters
    QString personalId; ///< số định danh, 12 digits; may be empty
    QDate birthDate;    ///< invalid when the day is unknown
    BornIn bornIn;      ///< what is known then
    QString sex;        ///< "Nam", "Nữ" or empty
    QString address;
    IdentityPaper paper;
    SigningWay how = SigningWay::Signs;
    std::optional<bool> reads; ///< false: cannot read; nothing: reads
    std::optional<bool> hears; ///< false: cannot hear; nothing: hears
    QString speaks;            ///< the language of who knows no Vietnamese, "Tiếng Anh"; empty: knows it
    QString standsFor;         ///< the person or body that it acts for; empty: itself
    QString title;             ///< its office there, "Giám đốc"; may be empty
    QString ground;            ///< what it acts on: "Giấy ủy quyền số 12 ngày 01/02/2026"; may be empty
    QJsonObject origins;       ///< field name → Origin as a number (Applicant.h); a field that is not named was typed

    bool canRead() const { return reads.value_or(true); }
    bool canHear() const { return hears.value_or(true); }
    /// 0 when unknown.
    int birthYear() const { return birthDate.isValid() ? birthDate.year() : yearOf(bornIn); }
    /// As papers write it: "15/01/1990", "05/1948", "1948"; empty when unknown.
    QString birth() const { return birthDate.isValid() ? birthDate.toString(QStringLiteral("dd/MM/yyyy")) : shown(bornIn); }

    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("role", self.role);
        field("name", self.name);
        field("personalId", self.personalId);
        field("birthDate", self.birthDate);
        field("bornIn", self.bornIn);
        field("sex", self.sex);
        field("address", self.address);
        field("paper", self.paper);
        field("how", self.how);
        field("reads", self.reads);
        field("hears", self.hears);
        field("speaks", self.speaks);
        field("standsFor", self.standsFor);
        field("title", self.title);
        field("ground", self.ground);
        field("origins", self.origins);
    }
};

}

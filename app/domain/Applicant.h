#pragma once

#include "app/base/Json.h"
#include "app/domain/BornIn.h"

namespace motcua::domain {

/// Where a field's value came from; shown beside the field, kept with the dossier.
enum class Origin { Typed = 0, CardQr = 1, CardChip = 2, Database = 3, EarlierDossier = 4, PassportLines = 5 };

/// LoaiDoiTuong of the national portal (one-stop.md §5).
enum class ApplicantKind { Citizen = 0, Enterprise = 1, HouseholdBusiness = 2 };

/// What a passport says of its holder besides name, birth and sex. In records its fields stand among the applicant's.
struct PassportData {
    QString number;      ///< capital letters and digits; empty: no passport
    QString issuer;      ///< the state, as the passport or its lines have it: "VNM", "Hàn Quốc"
    QString nationality; ///< likewise
    QDate expiry;        ///< the last day it is good for; invalid when not known

    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("passportNumber", self.number);
        field("passportIssuer", self.issuer);
        field("nationality", self.nationality);
        field("passportExpiry", self.expiry);
    }
};

/// What an organisation or a household business has besides its name and address: its number and who stands for it.
struct BodyData {
    QString taxCode;             ///< TaxCode.h; a household's owner's personal number; may be empty
    QString representative;      ///< the lawful representative or the household's owner; may be empty
    QString representativeTitle; ///< "Giám đốc"; may be empty
    QString representativeId;    ///< PersonNumber.h; may be empty

    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("taxCode", self.taxCode);
        field("representative", self.representative);
        field("representativeTitle", self.representativeTitle);
        field("representativeId", self.representativeId);
    }
};

/// Người nộp thay: who comes to the counter in the applicant's place, and on what ground.
struct ProxyData {
    QString name;       ///< empty: the applicant comes
    QString personalId; ///< PersonNumber.h; may be empty
    QString phone;      ///< as Applicant::phone
    QString address;
    QString ground;       ///< "Giấy ủy quyền", "Là con ruột"
    QString groundNumber; ///< of the paper that says so; may be empty
    QDate groundDate;     ///< likewise; invalid: none

    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("proxyName", self.name);
        field("proxyId", self.personalId);
        field("proxyPhone", self.phone);
        field("proxyAddress", self.address);
        field("proxyGround", self.ground);
        field("proxyGroundNumber", self.groundNumber);
        field("proxyGroundDate", self.groundDate);
    }
};

/// The person or body that asks. All text is NFC. Personal data: sealed at rest, masked where the form does not need it.
struct Applicant {
    ApplicantKind kind = ApplicantKind::Citizen;
    QString name;       ///< họ, chữ đệm, tên; at most 100 characters
    QString personalId; ///< số định danh, 12 digits; may be empty
    QString formerId;   ///< CMND, 9 digits; may be empty
    QDate birthDate;    ///< invalid when the day is unknown
    BornIn bornIn;      ///< what is known then
    QString sex;        ///< "Nam", "Nữ" or empty
    QString address;
    QString phone; ///< national form without spaces, "0912345678"; may be empty
    QString email;
    QDate cardIssued;
    PassportData passport; ///< of a citizen that shows one
    BodyData body;         ///< of all but a citizen
    ProxyData proxy;
    QJsonObject origins; ///< field name → Origin as a number; a field that is not named was typed

    /// 0 when unknown.
    int birthYear() const { return birthDate.isValid() ? birthDate.year() : yearOf(bornIn); }
    /// As papers write it: "15/01/1990", "05/1948", "1948"; empty when unknown.
    QString birth() const { return birthDate.isValid() ? birthDate.toString(QStringLiteral("dd/MM/yyyy")) : shown(bornIn); }

    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("kind", self.kind);
        field("name", self.name);
        field("personalId", self.personalId);
        field("formerId", self.formerId);
        field("birthDate", self.birthDate);
        field("bornIn", self.bornIn);
        field("sex", self.sex);
        field("address", self.address);
        field("phone", self.phone);
        field("email", self.email);
        field("cardIssued", self.cardIssued);
        PassportData::describe(self.passport, field);
        BodyData::describe(self.body, field);
        ProxyData::describe(self.proxy, field);
        field("origins", self.origins);
    }
};

}

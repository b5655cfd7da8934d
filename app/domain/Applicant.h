#pragma once

#include "app/base/Json.h"
#include "app/domain/BornIn.h"

namespace motcua::domain {

/// Where a field's value came from; shown beside the field, kept with the dossier.
enum class Origin { Typed = 0, CardQr = 1, CardChip = 2, Database = 3, EarlierDossier = 4 };

/// LoaiDoiTuong of the national portal (one-stop.md §5).
enum class ApplicantKind { Citizen = 0, Enterprise = 1, HouseholdBusiness = 2 };

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
        field("origins", self.origins);
    }
};

}

#pragma once

#include "InventedJob.h"
#include "app/domain/Events.h"
#include "app/domain/jobs/BuiltInJobs.h"
#include "app/domain/jobs/JobFees.h"
#include "app/domain/jobs/JobReader.h"
#include "app/domain/jobs/Jobs.h"

namespace motcua::domain::test {

/// An, who can be found by a card; role and number tell one from the other.
inline Party person(const char* role, const QString& name, const QString& number) {
    Party party;
    party.role = QLatin1String(role);
    party.name = name;
    party.personalId = number;
    party.birthDate = QDate(1970, 5, 19);
    party.sex = QStringLiteral("Nam");
    party.address = QStringLiteral("Tổ 3, khu 4, phường Bãi Cháy");
    party.paper = {QStringLiteral("Căn cước công dân"), number, QStringLiteral("Bộ Công an"), QDate(2022, 3, 1), QDate(2030, 5, 19)};
    return party;
}

inline Party giver() {
    return person("giver", QStringLiteral("Nguyễn Văn An"), QStringLiteral("022070001234"));
}
inline Party receiver() {
    return person("receiver", QStringLiteral("Trần Thị Bình"), QStringLiteral("022170005678"));
}
inline Party witness(int number) {
    return person("witness", QStringLiteral("Lê Văn Chứng"), QStringLiteral("02207000%1").arg(9000 + number));
}

inline const JobKind& saleKind() {
    static const JobKind kind = readJobKind(boatSale(), builtInForms()).value_or(JobKind());
    return kind;
}

inline QJsonObject saleFacts() {
    return {{QStringLiteral("deal"), QStringLiteral("Hợp đồng mua bán tàu cá")}, {QStringLiteral("originals"), 3}, {QStringLiteral("pages"), 12},
        {QStringLiteral("photocopied"), 4}, {QStringLiteral("where"), QStringLiteral("Tại trụ sở")}};
}

/// As a desk decides it that takes 500 đồng for a photocopied page; without code and units.
inline DossierReceived sale() {
    DossierReceived body;
    body.procedure.code = QStringLiteral("9.000001");
    body.procedure.name = QStringLiteral("Xác nhận tàu cá");
    body.procedure.timeValue = saleKind().time->value;
    body.procedure.timeUnit = saleKind().time->unit;
    body.received = QDateTime(QDate(2026, 11, 23), QTime(2, 0), Qt::UTC);
    body.due = QDateTime(QDate(2026, 11, 25), QTime(10, 0), Qt::UTC);
    body.facts = saleFacts();
    body.parties = {giver(), receiver()};
    body.job = termsOf(saleKind(), body.procedure, body.facts, body.parties);
    Procedure row;
    row.version = body.procedure;
    UnitSettings settings;
    settings.photocopyPrice = 500;
    body.fees = feeLines(saleKind(), row, body.facts);
    for (const FeeLine& line : feesApart(saleKind(), body.facts, settings))
        body.fees.push_back(line);
    return body;
}

}

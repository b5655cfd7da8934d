#pragma once

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace motcua::domain::test {

/// A kind of job that the program knows nothing of, sound in every part: tests change one thing and see what is said.
inline QJsonObject inventedJob() {
    QFile file(QStringLiteral(MOTCUA_TEST_DATA "/jobs/boat-paper/job.json"));
    QJsonObject job;
    if (file.open(QIODevice::ReadOnly))
        job = QJsonDocument::fromJson(file.readAll()).object();
    QFile form(QStringLiteral(MOTCUA_TEST_DATA "/jobs/boat-paper/boat-attestation.html"));
    if (form.open(QIODevice::ReadOnly))
        job.insert(QStringLiteral("templates"), QJsonObject{{QStringLiteral("boat-attestation"), QString::fromUtf8(form.readAll())}});
    return job;
}

/// `json` with the value at a path such as "fee.rule" or "layout.rows.0.cells.1.when" replaced.
inline QJsonValue replaced(const QJsonValue& json, QStringList path, const QJsonValue& value) {
    if (path.isEmpty())
        return value;
    const QString step = path.takeFirst();
    if (json.isArray()) {
        QJsonArray list = json.toArray();
        const int index = step.toInt();
        list.replace(index, replaced(list.at(index), path, value));
        return list;
    }
    QJsonObject object = json.toObject();
    object.insert(step, replaced(object.value(step), path, value));
    return object;
}

/// The same boats, sold before the certifier: with parties, bans, variants of the attestation and all else that the bench knows.
inline QJsonObject boatSale() {
    QJsonObject job = inventedJob();
    for (const char* other : {"refusals", "signers", "authority", "originalsShown"})
        job.remove(QLatin1String(other));
    QFile file(QStringLiteral(MOTCUA_TEST_DATA "/domain/boat-sale.json"));
    const QJsonObject sale = file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
    for (auto it = sale.begin(); it != sale.end(); ++it)
        job.insert(it.key(), it.value());
    const QString form = QStringLiteral("<meta name=\"page\" content=\"A4 portrait 20mm\"><p>Số {{number}}</p>");
    QJsonObject templates;
    for (const char* name : {"boat-attestation", "boat-witnessed", "boat-several", "boat-plain"})
        templates.insert(QLatin1String(name), form);
    job.insert(QStringLiteral("templates"), templates);
    return job;
}

}

#pragma once

#include <QByteArrayView>
#include <QJsonObject>

#include <optional>

// What records of version 1 say. They knew one kind of job with a number, the certified copy, by a field of its own, and took an
// attestation that was printed once for all copies: a print of some of them goes in a field that those programs leave out. Only this file still knows
// that shape.
namespace motcua::domain {

struct DossierReceived;

/// The version of the descriptions of job kinds that version-1 records stand for.
inline constexpr char firstEdition[] = "2025-07-01";

/// Whether programs of version 1 knew this kind of job: the certified copy, as it was then.
bool isFirstKind(const QString& kind, const QString& version);

/// A version-1 record of this kind, with today's fields.
QJsonObject liftRecord(QByteArrayView kind, QJsonObject json);
/// What version 1 did not say of a dossier that was received: by its facts alone.
void liftTerms(DossierReceived& body);

/// Today's record as version 1, where that says all of it.
std::optional<QJsonObject> lowerRecord(QByteArrayView kind, const QJsonObject& json);

/// The draft of an intake as the program before record version 2 kept it, as today's.
QJsonObject liftIntakeDraft(QJsonObject json);

}

#pragma once

#include "app/counter/Desk.h"
#include "app/domain/Decide.h"

#include <QJsonObject>

namespace motcua::counter {

/// The values that each template of forms/print asks for (they are listed at the template's top), in the words of legal paper.
/// Pure; owned by whoever prints.
class PrintValues {
public:
    PrintValues(const Desk& desk, const domain::Catalogue& catalogue) : m_desk(desk), m_catalogue(catalogue) {}

    /// Errors: "paper.unknown-form", "print.nothing-to-say" (the dossier has no such event).
    base::Result<QJsonObject> of(
        const QString& form, const domain::Dossier& dossier, const std::vector<domain::Event>& history, int attestationTop) const;
    QJsonObject ofBook(const domain::Volume& volume, const std::vector<domain::BookEntry>& entries) const;

private:
    QJsonObject head(const QDateTime& moment) const;
    QJsonObject person(const domain::Applicant& applicant) const;
    QJsonObject receipt(const domain::Dossier& dossier) const;
    QJsonObject supplement(const domain::Dossier& dossier, const domain::SupplementAsked& ask, const domain::Event& event) const;
    QJsonObject refusal(const domain::DossierRefused& refusal, const domain::Event& event) const;
    base::Result<QJsonObject> attestation(const domain::Dossier& dossier, int top) const;
    QJsonObject feeSlip(const domain::Dossier& dossier, const domain::FeeCollected& fee, const domain::Event& event) const;
    QString timeLimit(const domain::ProcedureVersion& procedure) const;
    QString contact(const QString& clerk) const;

    const Desk& m_desk;
    const domain::Catalogue& m_catalogue;
};

}

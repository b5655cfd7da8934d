#pragma once

#include "app/counter/Desk.h"
#include "app/ui/widgets/FactGrid.h"

#include <optional>

namespace motcua::ui {

class StateChip;
class TextLabel;

/// What a dossier is about, at a glance: code, state, person, procedure, times, money, result. Personal numbers are masked until
/// they are asked for. Owner: whoever shows a dossier.
class DossierSummary : public QWidget {
    Q_OBJECT

public:
    explicit DossierSummary(const counter::Desk& desk, QWidget* parent = nullptr);

    /// `whoHolds`: as DossierDesk::whoHolds(). `unsent`: whether the province lacks part of it; nothing when that is not known here.
    /// `cameWith`: the codes of the others of its visit.
    void setDossier(const domain::Dossier& dossier, const QString& whoHolds, std::optional<bool> unsent = {}, const QStringList& cameWith = {});
    void setRevealed(bool revealed);
    bool isRevealed() const { return m_revealed; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void fill();
    std::vector<Fact> person() const;
    std::vector<Fact> asked() const;
    std::vector<Fact> work() const;
    std::vector<Fact> outcome() const;
    QString bookNumber() const;

    const counter::Desk& m_desk;
    domain::Dossier m_dossier;
    QString m_whoHolds;
    std::optional<bool> m_unsent;
    QStringList m_cameWith;
    bool m_revealed = false;
    TextLabel* m_code;
    StateChip* m_state;
    TextLabel* m_procedure;
    FactGrid* m_facts;
};

}

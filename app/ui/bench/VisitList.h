#pragma once

#include "app/counter/VisitDraft.h"
#include "app/ui/widgets/Card.h"

class QListWidget;

namespace motcua::ui {

class TextLabel;

/// The unfinished visits, each named by who asks and what its papers are about, and above them a new one: Enter takes one up, Esc leaves.
/// Owner: BenchPlace.
class VisitList : public Card {
    Q_OBJECT

public:
    explicit VisitList(const counter::Desk& desk, QWidget* parent = nullptr);

    void open(const std::vector<counter::UnfinishedVisit>& visits);

signals:
    /// Null: a new one.
    void chosen(motcua::domain::DraftId visit);
    void left();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void fill();
    void choose();
    QString lineOf(const counter::UnfinishedVisit& visit) const;

    const counter::Desk& m_desk;
    std::vector<counter::UnfinishedVisit> m_visits;
    QListWidget* m_list;
    TextLabel* m_keys;
};

}

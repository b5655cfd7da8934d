#pragma once

#include "app/counter/Counter.h"

#include <QWidget>

namespace motcua::ui {

/// A dossier's history in words, newest first: when, who, what, and what belongs to it. Owner: whoever shows a dossier.
class HistoryList : public QWidget {
    Q_OBJECT

public:
    explicit HistoryList(counter::Counter& counter, QWidget* parent = nullptr);

    void setDossier(const counter::OpenedDossier& dossier);

protected:
    void changeEvent(QEvent* event) override;

private:
    void fill();
    QString detailOf(const domain::EventBody& body) const;

    counter::Counter& m_counter;
    domain::DossierId m_dossier;
    std::vector<domain::Event> m_history;
    QWidget* m_lines = nullptr;
};

}

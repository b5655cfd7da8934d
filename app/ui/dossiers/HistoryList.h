#pragma once

#include "app/domain/Events.h"

#include <QWidget>

#include <functional>

namespace motcua::ui {

/// A dossier's history in words, newest first: when, who, what, and what belongs to it. Owner: whoever shows a dossier.
class HistoryList : public QWidget {
    Q_OBJECT

public:
    using NameOf = std::function<QString(domain::UserId)>;

    explicit HistoryList(NameOf nameOf, QWidget* parent = nullptr);

    void setHistory(std::vector<domain::Event> history);
    void clear() { setHistory({}); }

protected:
    void changeEvent(QEvent* event) override;

private:
    void fill();

    NameOf m_nameOf;
    std::vector<domain::Event> m_history;
    QWidget* m_lines = nullptr;
};

}

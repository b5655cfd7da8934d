#pragma once

#include "app/counter/Counter.h"

#include <QWidget>

namespace motcua::ui {

class Card;
class DossierSummary;
class HistoryList;
class PageViewer;
class ScrollColumn;

/// The dossier that a decision is about: the scan on one side, facts and history on the other. Owner: ApprovalPlace.
class OpenDossier : public QWidget {
    Q_OBJECT

public:
    explicit OpenDossier(counter::Counter& counter, QWidget* parent = nullptr);

    /// Null shows nothing.
    void open(domain::DossierId dossier);
    domain::DossierId dossier() const { return m_dossier; }
    bool isRevealed() const;
    void setRevealed(bool revealed);
    /// Left and right in `list` turn the pages, so that the hand stays on the tray.
    void turnPagesFrom(QWidget* list);
    /// 1 forward, -1 back.
    void turn(int direction);

signals:
    void failed(const motcua::base::Error& error);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    counter::Counter& m_counter;
    domain::DossierId m_dossier;
    Card* m_scan;
    Card* m_facts;
    Card* m_past;
    PageViewer* m_viewer;
    DossierSummary* m_summary;
    HistoryList* m_history;
    QWidget* m_content;
    ScrollColumn* m_column;
};

}

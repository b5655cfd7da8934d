#pragma once

#include "app/counter/Printing.h"

#include <QWidget>

class QComboBox;

namespace motcua::ui {

class ActionButton;
class Field;
class PdfPreview;

/// The forms that a dossier can have printed, as they will lie on paper. Enter prints the one shown, Esc leaves. Owner: DossierDetail.
class FormView : public QWidget {
    Q_OBJECT

public:
    explicit FormView(const counter::Printing& printing, QWidget* parent = nullptr);

    void setDossier(const domain::Dossier& dossier);
    /// Empty when the dossier has none.
    QString form() const;
    /// The hand goes to the choice of the form.
    void begin();

signals:
    void printRequested(const QString& form);
    void left();
    void failed(const motcua::base::Error& error);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void retranslate();
    void fill();
    void preview();
    void print();

    const counter::Printing& m_printing;
    domain::Dossier m_dossier;
    QComboBox* m_forms;
    Field* m_field;
    ActionButton* m_print;
    PdfPreview* m_preview;
};

}

import { z } from 'zod';
import { defineEntity, type Entity, facts } from '../../contract/contract.ts';
import { factsOf, idProperty, importProperty, stampProperty } from './kept.ts';

const source = 'apis.md 2.3';
const fact = factsOf(source);
const text = (): z.ZodString => z.string().register(facts, fact());
const whole = (): z.ZodInt => z.int().register(facts, fact());
const amount = (): z.ZodNumber => z.number().register(facts, fact());
const flag = (): z.ZodBoolean => z.boolean().register(facts, fact());
const alwaysFlag = (): z.ZodBoolean =>
  z.boolean().register(facts, fact({ otherwise: false, assumed: 'False where nothing was sent.' }));

/** A project; its activities hang below it. */
export const project: Entity = defineEntity({
  name: 'Project',
  properties: {
    id: idProperty(source),
    code: z
      .string()
      .register(
        facts,
        fact({ unique: true, assumed: 'The next free number where nothing was sent.' }),
      ),
    name: z.string().register(facts, fact({ required: true, assumed: 'Required, as in v2.' })),
    parentProjectCode: text(),
    customerCode: whole(),
    contactPersonId: whole(),
    projectManagerCode: whole(),
    departmentCode: text(),
    locationCode: text(),
    brandingThemeCode: text(),
    deliveryTerms: text(),
    contractNo: text(),
    purchaseOrderNo: text(),
    externalCode: whole(),
    status: z
      .literal([0, 1, 2, 3, 4, 5])
      .register(facts, fact({ otherwise: 2, assumed: 'Active (2) where nothing was sent.' })),
    startDate: z.iso.date().register(facts, fact()),
    endDate: z.iso.date().register(facts, fact()),
    isBillable: flag(),
    isInternal: flag(),
    allowAllActivities: flag(),
    allowAllEmployees: flag(),
    denyTimeTracking: flag(),
    progress: z.int().min(0).max(100).register(facts, fact()),
    billingMethod: z.literal([0, 1, 2, 3]).register(facts, fact()),
    billingHourlyRateSpecification: z.literal([0, 1, 2, 3]).register(facts, fact()),
    fixedPrice: amount(),
    billableRate: amount(),
    paymentTerms: whole(),
    attachExpenseVouchersWhenBilling: alwaysFlag(),
    markupHourlyRateEnabled: alwaysFlag(),
    markupOtherExpensesEnabled: alwaysFlag(),
    budgetedRevenueBillableExpenses: z.number().register(facts, fact({ readOnly: true })),
    lastChanged: stampProperty('modified', source),
    createdDate: stampProperty('created', source),
    createdFromImportJournalId: importProperty(source),
  },
});

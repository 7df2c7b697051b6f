/**
 * The models that can be fetched or brought along: where each lies, what every one of its files must be, and how it is
 * used. Data only; a new model or a new revision is a change of this file.
 *
 * Sizes and check-sums are those of public manifests that agree with each other (docs/knowledge.md, "Models"). What is
 * fetched is what they say, or it is thrown away.
 */
import { builtInModelId } from '#shared/contract/models.ts'

export interface ModelFile {
  /** In the repository, and in the model's folder. */
  readonly path: string
  readonly bytes: number
  /** As 64 hexadecimal digits. */
  readonly sha256: string
}

/** How a transformer's output becomes a vector, and what it wants to be told. */
export interface TransformerRecipe {
  /** The file in `onnx/`, without its ending. */
  readonly weights: string
  /** What goes before a text. */
  readonly prefix: { readonly question: string; readonly passage: string }
  /** Of all pieces, or the first one's. */
  readonly pooling: 'mean' | 'first'
  readonly dimensions: number
  /** What is beyond it is left out. */
  readonly maxTokens: number
}

export interface CatalogueModel {
  readonly id: string
  readonly name: string
  /** `owner/name`. */
  readonly repository: string
  /** A commit: what lies there cannot change. */
  readonly revision: string
  readonly files: readonly ModelFile[]
  readonly recipe: TransformerRecipe
  /** BCP 47; `mul` stands for many more. */
  readonly languages: readonly string[]
  /** As SPDX. */
  readonly licence: string
  readonly isRecommended: boolean
}

export const defaultModelAddress = 'https://huggingface.co'

/** What is said of the model that comes with the program. */
export const builtInModel = {
  id: builtInModelId,
  name: 'Outpost static-de-en',
  languages: ['de', 'en'],
  dimensions: 256,
  licence: 'GPL-3.0-or-later',
} as const

export const catalogue: readonly CatalogueModel[] = [
  {
    id: 'multilingual-e5-small',
    name: 'Multilingual E5 small',
    repository: 'Xenova/multilingual-e5-small',
    revision: '761b726dd34fb83930e26aab4e9ac3899aa1fa78',
    files: [
      {
        path: 'config.json',
        bytes: 658,
        sha256: 'cb99455288675345e1a4f411438d5d0adbba5fbd3a67ea4fb03c015433b996c1',
      },
      {
        path: 'tokenizer_config.json',
        bytes: 443,
        sha256: 'a1d6bc8734a6f635dc158508bef000f8e2e5a759c7d92f984b2c86e5ff53425b',
      },
      {
        path: 'tokenizer.json',
        bytes: 17_082_730,
        sha256: '0b44a9d7b51c3c62626640cda0e2c2f70fdacdc25bbbd68038369d14ebdf4c39',
      },
      {
        path: 'onnx/model_quantized.onnx',
        bytes: 118_308_185,
        sha256: 'f80102d3f2a1229f387d3c81909990d8945513e347b0eab049f7de3c6f98c193',
      },
    ],
    recipe: {
      weights: 'model_quantized',
      prefix: { question: 'query: ', passage: 'passage: ' },
      pooling: 'mean',
      dimensions: 384,
      maxTokens: 512,
    },
    languages: ['de', 'en', 'mul'],
    licence: 'MIT',
    isRecommended: true,
  },
  {
    id: 'granite-embedding-97m-multilingual-r2',
    name: 'Granite Embedding 97M multilingual R2',
    repository: 'ibm-granite/granite-embedding-97m-multilingual-r2',
    revision: '835ad14087e140460703cf0fae09f97d469d65c2',
    files: [
      {
        path: 'config.json',
        bytes: 1_216,
        sha256: 'de948b0bdc6f356afad7a84b276d8dd7e7fe10fb9add1bb5e610621c28e41ebc',
      },
      {
        path: 'tokenizer_config.json',
        bytes: 12_860,
        sha256: '6ed69389e30a8ecabfce2f9ebcdf0c908b34056f24d994340f2f216521c057d5',
      },
      {
        path: 'tokenizer.json',
        bytes: 25_301_672,
        sha256: '4f2842d568e2724370aec203652a42ac783c7937f8347a1a2cc7506d71f1582f',
      },
      {
        path: 'onnx/model_quint8_avx2.onnx',
        bytes: 98_247_878,
        sha256: 'a6022dd8220ea6f6595562a1328ee216f4a94faa55362f2f4747c80f1e78772e',
      },
    ],
    recipe: {
      weights: 'model_quint8_avx2',
      prefix: { question: '', passage: '' },
      pooling: 'first',
      dimensions: 384,
      maxTokens: 512,
    },
    languages: ['de', 'en', 'mul'],
    licence: 'Apache-2.0',
    isRecommended: false,
  },
  {
    id: 'all-minilm-l6-v2',
    name: 'all-MiniLM-L6-v2',
    repository: 'Xenova/all-MiniLM-L6-v2',
    revision: '751bff37182d3f1213fa05d7196b954e230abad9',
    files: [
      {
        path: 'config.json',
        bytes: 650,
        sha256: '7135149f7cffa1a573466c6e4d8423ed73b62fd2332c575bf738a0d033f70df7',
      },
      {
        path: 'tokenizer_config.json',
        bytes: 366,
        sha256: '9261e7d79b44c8195c1cada2b453e55b00aeb81e907a6664974b4d7776172ab3',
      },
      {
        path: 'tokenizer.json',
        bytes: 711_661,
        sha256: 'da0e79933b9ed51798a3ae27893d3c5fa4a201126cef75586296df9b4d2c62a0',
      },
      {
        path: 'onnx/model_quantized.onnx',
        bytes: 22_972_370,
        sha256: 'afdb6f1a0e45b715d0bb9b11772f032c399babd23bfc31fed1c170afc848bdb1',
      },
    ],
    recipe: {
      weights: 'model_quantized',
      prefix: { question: '', passage: '' },
      pooling: 'mean',
      dimensions: 384,
      maxTokens: 256,
    },
    languages: ['en'],
    licence: 'Apache-2.0',
    isRecommended: false,
  },
]

export function findModel(models: readonly CatalogueModel[], id: string): CatalogueModel | null {
  return models.find((model) => model.id === id) ?? null
}

export function totalBytes({ files }: CatalogueModel): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0)
}

/** The address of one file. @param base as `https://huggingface.co` */
export function fileAddress(base: string, { repository, revision }: CatalogueModel, file: ModelFile): string {
  return `${base.replace(/\/+$/, '')}/${repository}/resolve/${revision}/${file.path}`
}
